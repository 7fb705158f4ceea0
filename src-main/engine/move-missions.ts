import { DomainError } from '../domain/fault'
import { otherEvent } from '../domain/lifecycle-event'
import { parkMission, queueMission } from '../domain/mission-lifecycle'
import type { MissionReceipt } from '../domain/mission-receipt'
import type { ParkedStatus } from '../domain/mission-status'
import { type Action, type ActionScope, type LoadedMission, runAction } from './action'
import { start } from './start-mission'

export interface MoveInput {
  readonly missions: readonly { readonly id: string; readonly expect?: string | undefined }[]
  readonly to: 'Queued' | 'Current' | 'In Progress' | ParkedStatus
  readonly reason?: string | undefined
  readonly agent?: string | undefined
}

/** Moves missions to another status, all of them or none. */
export function moveMissions(scope: ActionScope, input: MoveInput): MissionReceipt {
  const agent = input.agent ?? scope.agent
  return runAction(scope, 'move', (action) => {
    if (isParked(input.to) && !action.capabilities.parking) throw noParking(input.to)
    for (const { id, expect } of new Map(input.missions.map((mission) => [mission.id, mission])).values()) {
      if (input.to === 'In Progress') start(action, { id, expect, summary: input.reason, agent }, agent)
      else move(action, action.load(id, expect), { to: input.to, reason: input.reason ?? '', agent })
    }
    return undefined
  })
}

function move(
  action: Action,
  mission: LoadedMission,
  how: { readonly to: 'Queued' | 'Current' | ParkedStatus; readonly reason: string; readonly agent: string },
): void {
  const { to, reason, agent } = how
  if (mission.status === 'Blocked' && !isParked(to)) {
    throw new DomainError(
      'transition_refused',
      `Mission ${mission.id} is Blocked. Unblock it and say how it was resolved.`,
      {
        id: mission.id,
        from: 'Blocked',
        to,
      },
    )
  }
  if (mission.status === to) {
    action.wrote(mission.id, to)
    return
  }
  action.judge(mission, to)
  const ts = action.at
  const change = isParked(to)
    ? parkMission(mission, { to, ts, reason }, action.notesStyle)
    : queueMission(mission, to, ts)
  action.save(mission, change, { at: ts, reason })
  const said = { ts, agent, mission: mission.id, summary: reason === '' ? `Moved to ${to}` : reason }
  const event = to === 'Deferred' ? 'defer' : to === 'Dropped' ? 'drop' : 'move'
  action.log(otherEvent(said, { action: event, status: to }, { previous_status: mission.status }))
  action.remember({ ...said, action: event, active: 'release', effect: 'other' })
}

function isParked(status: MoveInput['to']): status is ParkedStatus {
  return status === 'Deferred' || status === 'Dropped'
}

function noParking(to: ParkedStatus): DomainError {
  return new DomainError(
    'unsupported',
    `The programs of this store do not know ${to}; leave the mission queued, or block it with a reason.`,
    { to },
  )
}
