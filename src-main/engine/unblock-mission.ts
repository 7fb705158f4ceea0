import { DomainError } from '../domain/fault'
import { otherEvent } from '../domain/lifecycle-event'
import { unblockMission as unblocked } from '../domain/mission-lifecycle'
import type { MissionReceipt } from '../domain/mission-receipt'
import { type ActionScope, runAction } from './action'
import { warnOfPrerequisites } from './prerequisites'

export interface UnblockInput {
  readonly id: string
  readonly expect?: string | undefined
  readonly summary?: string | undefined
  readonly agent?: string | undefined
  readonly ts?: string | undefined
  readonly nextHint?: string | undefined
  readonly resolution: string
  readonly to: 'Queued' | 'Current' | 'In Progress'
}

/** Ends a block and says how it was resolved; the block itself stays in the mission's history. */
export function unblockMission(scope: ActionScope, input: UnblockInput): MissionReceipt {
  return runAction(scope, 'unblock', (action) => {
    const mission = action.load(input.id, input.expect)
    if (mission.status !== 'Blocked') {
      throw new DomainError(
        'transition_refused',
        `Mission ${mission.id} is ${mission.status}, so there is nothing to unblock.`,
        {
          id: mission.id,
          from: mission.status,
          to: input.to,
        },
      )
    }
    // Freed work usually goes back to the queue; where nothing refuses that, it is no reason for a warning.
    if (action.capabilities.enforcesTransitions) action.judge(mission, input.to)
    if (input.to === 'In Progress') warnOfPrerequisites(action, mission.id)
    const resolution = input.resolution
    const said = {
      ts: action.stamp(input.ts),
      agent: input.agent ?? scope.agent,
      mission: mission.id,
      summary: input.summary ?? (resolution.trim() === '' ? 'Unblocked' : resolution),
    }
    const change = unblocked(mission, { ts: said.ts, resolution, to: input.to }, action.notesStyle)
    action.save(mission, change, { at: said.ts, resolution })
    const nextHint = input.nextHint ?? null
    action.log(otherEvent(said, { action: 'unblock', status: input.to, nextHint }, { resolution }))
    action.remember({
      ...said,
      action: 'unblock',
      active: input.to === 'In Progress' ? { mission: mission.id } : 'release',
      effect: 'other',
    })
    return undefined
  })
}
