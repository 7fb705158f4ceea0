import { DomainError } from '../domain/fault'
import { isFinished } from '../domain/mission-graph'
import type { MissionReceipt } from '../domain/mission-receipt'
import { canonicalStatus } from '../domain/mission-status'
import { type ActionScope, runAction } from './action'
import { insertDependency } from './add-dependency'
import { insertMission } from './add-mission'

export interface SplitInput {
  readonly id: string
  readonly expect?: string | undefined
  readonly parts: readonly { readonly id: string; readonly name: string }[]
  readonly agent?: string | undefined
}

/** Adds the parts of a mission to its sprint, all at once, and records that the mission waits for each of them. */
export function splitMission(scope: ActionScope, input: SplitInput): MissionReceipt {
  const agent = input.agent ?? scope.agent
  return runAction(scope, 'split', (action) => {
    const mission = action.load(input.id, input.expect)
    if (isFinished(mission.status) || canonicalStatus(mission.status) === 'Dropped') {
      throw new DomainError(
        'transition_refused',
        `Mission ${mission.id} is ${mission.status}, so there is nothing to split.`,
        { id: mission.id, from: mission.status },
      )
    }
    for (const { id, name } of input.parts) {
      insertMission(action, scope, { id, name, sprintId: mission.row.sprintId, agent })
      insertDependency(action, agent, { from: id, to: mission.id, type: 'Blocks' })
    }
    action.wrote(mission.id, mission.status)
    return undefined
  })
}
