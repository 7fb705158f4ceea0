import { DomainError } from '../domain/fault'
import { otherEvent } from '../domain/lifecycle-event'
import type { MissionReceipt } from '../domain/mission-receipt'
import { type QueuePlace, queueOf, setPlaces } from '../store/queue-order'
import { checkTable } from '../store/write-rows'
import { type ActionScope, runAction } from './action'

export interface ReorderInput {
  readonly id: string
  readonly before: string | null
  readonly agent?: string | undefined
}

/**
 * Puts a mission before another of its status, or at the end of them. Only missions of that status between the two
 * places move; they exchange the places they had, so every other mission keeps its own.
 */
export function reorderMission(scope: ActionScope, input: ReorderInput): MissionReceipt {
  return runAction(scope, 'reorder', (action) => {
    const { capabilities, tx } = action
    checkTable(capabilities, 'missions')
    if (!capabilities.reordering) {
      throw new DomainError(
        'unsupported',
        'This store keeps a search index by row order, so its queue cannot be reordered.',
      )
    }
    const mission = action.load(input.id)
    const queue = queueOf(tx, mission.status)
    const moved = changedPlaces(queue, input.id, input.before)
    if (moved === null) {
      throw new DomainError(
        'conflict',
        `Mission ${input.before} is not ${mission.status}; a mission can only be put before another of its status.`,
      )
    }
    action.wrote(mission.id, mission.status)
    if (moved.length === 0) return undefined
    for (const { id } of moved) action.touch({ table: 'missions', id })
    setPlaces(tx, moved)
    if (capabilities.enforcesTransitions) {
      const said = {
        ts: action.at,
        agent: input.agent ?? scope.agent,
        mission: mission.id,
        summary: 'Moved in the queue',
      }
      action.log(otherEvent(said, { action: 'update', status: mission.status }))
    }
    return undefined
  })
}

/** Who gets which place; empty when nothing moves, null when `before` is not in the queue. */
function changedPlaces(queue: readonly QueuePlace[], id: string, before: string | null): QueuePlace[] | null {
  const rest = queue.filter((place) => place.id !== id)
  const at = before === null ? rest.length : rest.findIndex((place) => place.id === before)
  if (at === -1 && before !== id) return null
  if (before === id) return []
  const wanted = [...rest.slice(0, at).map((place) => place.id), id, ...rest.slice(at).map((place) => place.id)]
  return queue.flatMap((place, index) => {
    const owner = wanted[index]
    return owner === undefined || owner === place.id ? [] : [{ id: owner, rowid: place.rowid }]
  })
}
