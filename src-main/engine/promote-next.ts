import { queueMission, startMission } from '../domain/mission-lifecycle'
import { prerequisiteIndex, unmetPrerequisites } from '../domain/mission-order'
import { allEdges, firstOf, statusesOf } from '../store/mission-rows'
import type { Action } from './action'
import { named } from './prerequisites'

export type Promotion = 'current' | 'immediate' | 'none'

const LOOKED_AT = 500
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
  if (queued.length === 0) return null
  const index = prerequisiteIndex(allEdges(action.tx))
  const statuses = statusesOf(action.tx, [...new Set(queued.flatMap((id) => index.get(id) ?? []))])
  const waiting: string[] = []
  const ready = queued.find((id) => {
    const unmet = unmetPrerequisites(id, index, statuses)
    if (unmet.length > 0) waiting.push(`${id} waits for ${named(unmet)}`)
    return unmet.length === 0
  })
  if (waiting.length > 0) action.warn(passedOver(waiting, ready !== undefined))
  return ready ?? null
}

function passedOver(waiting: readonly string[], promoted: boolean): string {
  const shown = waiting.slice(0, NAMED).join('; ')
  const more = waiting.length > NAMED ? `; and ${waiting.length - NAMED} more` : ''
  return `${promoted ? 'Passed over in the queue' : 'Nothing was promoted'}: ${shown}${more}.`
}
