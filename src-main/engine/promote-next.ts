import { queueMission, startMission } from '../domain/mission-lifecycle'
import { prerequisiteIndex, unmetPrerequisites } from '../domain/mission-order'
import { edgesOf, firstOf, statusesOf } from '../store/mission-rows'
import type { Action } from './action'
import { named } from './prerequisites'

export type Promotion = 'current' | 'immediate' | 'none'

const LOOKED_AT = 500
/** As a rule one of the very first can go on, and what the others wait for need not be read. */
const AT_FIRST = 8
const NAMED = 3

/** Promotes the first queued mission whose prerequisites are met; those passed over are named in a warning. */
export function promoteNext(
  action: Action,
  promotion: Promotion,
  ts: string,
): { readonly id: string; readonly status: 'Current' | 'In Progress' } | null {
  if (promotion === 'none') return null
  const queued = firstOf(action.tx, 'Queued', LOOKED_AT)
  const id = firstReady(action, queued)
  if (id === null) return null
  const mission = action.load(id)
  const change = promotion === 'immediate' ? startMission(mission, ts) : queueMission(mission, 'Current', ts)
  action.save(mission, change, { at: ts })
  return { id, status: promotion === 'immediate' ? 'In Progress' : 'Current' }
}

function firstReady(action: Action, queued: readonly string[]): string | null {
  const waiting: string[] = []
  for (const ids of [queued.slice(0, AT_FIRST), queued.slice(AT_FIRST)]) {
    const ready = readyAmong(action, ids, waiting)
    if (ready === undefined) continue
    if (waiting.length > 0) action.warn(passedOver(waiting, true))
    return ready
  }
  if (waiting.length > 0) action.warn(passedOver(waiting, false))
  return null
}

/** The first of them that waits for nothing; what those before it wait for is added to `waiting`. */
function readyAmong(action: Action, ids: readonly string[], waiting: string[]): string | undefined {
  if (ids.length === 0) return undefined
  const index = prerequisiteIndex(edgesOf(action.tx, ids))
  const statuses = statusesOf(action.tx, [...new Set(ids.flatMap((id) => index.get(id) ?? []))])
  return ids.find((id) => {
    const unmet = unmetPrerequisites(id, index, statuses)
    if (unmet.length > 0) waiting.push(`${id} waits for ${named(unmet)}`)
    return unmet.length === 0
  })
}

function passedOver(waiting: readonly string[], promoted: boolean): string {
  const shown = waiting.slice(0, NAMED).join('; ')
  const more = waiting.length > NAMED ? `; and ${waiting.length - NAMED} more` : ''
  return `${promoted ? 'Passed over in the queue' : 'Nothing was promoted'}: ${shown}${more}.`
}
