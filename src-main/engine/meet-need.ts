import { needsOf } from '../domain/block-record'
import { DomainError } from '../domain/fault'
import { otherEvent } from '../domain/lifecycle-event'
import type { MissionReceipt } from '../domain/mission-receipt'
import { NEEDS_MET, tick } from '../domain/ticks'
import { type ActionScope, runAction } from './action'

export interface MeetNeedInput {
  readonly id: string
  readonly need: string
  readonly met: boolean
  readonly agent?: string | undefined
}

/** Ticks one need of a blocked mission, or takes the tick back; the mission stays blocked until someone unblocks it. */
export function meetNeed(scope: ActionScope, input: MeetNeedInput): MissionReceipt {
  return runAction(scope, 'meet-need', (action) => {
    const mission = action.load(input.id)
    if (mission.status !== 'Blocked') {
      throw new DomainError(
        'transition_refused',
        `Mission ${mission.id} is ${mission.status}; only a blocked mission has needs to meet.`,
      )
    }
    if (!needsOf(mission.metadata).includes(input.need)) {
      throw new DomainError('not_found', `Mission ${mission.id} does not need that.`, { id: mission.id })
    }
    const metadata = new Map(mission.metadata)
    action.wrote(mission.id, 'Blocked')
    if (!tick(metadata, NEEDS_MET, input.need, input.met ? action.at : null)) return undefined
    action.save(mission, { status: 'Blocked', completedAt: mission.completedAt, notes: mission.notes, metadata })
    const said = {
      ts: action.at,
      agent: input.agent ?? scope.agent,
      mission: mission.id,
      summary: `${input.met ? 'Need met' : 'Need open again'}: ${input.need}`,
    }
    action.log(otherEvent(said, { action: 'update', status: 'Blocked' }, { need: input.need }))
    return undefined
  })
}
