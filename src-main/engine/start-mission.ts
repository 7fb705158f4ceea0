import { startEvent } from '../domain/lifecycle-event'
import { startMission as started } from '../domain/mission-lifecycle'
import type { MissionReceipt } from '../domain/mission-receipt'
import { type Action, type ActionScope, runAction } from './action'
import { warnOfPrerequisites } from './prerequisites'

export interface StartInput {
  readonly id: string
  readonly expect?: string | undefined
  readonly summary?: string | undefined
  readonly agent?: string | undefined
  readonly ts?: string | undefined
}

/** Starts a mission: it is In Progress and the active one. Prerequisites that are not completed only warn. */
export function startMission(scope: ActionScope, input: StartInput): MissionReceipt {
  return runAction(scope, 'start', (action) => {
    start(action, input, scope.agent)
    return undefined
  })
}

/** The start itself, inside a transaction that may hold other steps. */
export function start(action: Action, input: StartInput, agent: string): void {
  const mission = action.load(input.id, input.expect)
  action.judge(mission, 'In Progress')
  warnOfPrerequisites(action, mission.id)
  const said = {
    ts: action.stamp(input.ts),
    agent: input.agent ?? agent,
    mission: mission.id,
    summary: input.summary ?? 'Started',
  }
  action.save(mission, started(mission, said.ts), { at: said.ts })
  action.log(startEvent(said))
  action.remember({ ...said, action: 'start', active: { mission: mission.id }, effect: 'other' })
}
