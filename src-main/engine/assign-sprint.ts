import { otherEvent } from '../domain/lifecycle-event'
import type { MissionReceipt } from '../domain/mission-receipt'
import { saveMission } from '../store/mission-rows'
import { type ActionScope, runAction } from './action'
import { requireSprint } from './sprints'
import { touched } from './touched'

export interface AssignSprintInput {
  readonly ids: readonly string[]
  readonly sprintId: string | null
  readonly agent?: string | undefined
}

/** Puts missions into a sprint, or out of any, all of them or none. */
export function assignSprint(scope: ActionScope, input: AssignSprintInput): MissionReceipt {
  const { sprintId } = input
  return runAction(scope, 'assign-sprint', (action) => {
    if (sprintId !== null) requireSprint(action.tx, sprintId)
    for (const id of new Set(input.ids)) {
      const mission = action.load(id)
      action.wrote(id, mission.status)
      if (mission.sprintId === sprintId) continue
      action.touch({ table: 'missions', id })
      saveMission(action.tx, action.capabilities, mission, {
        sprint_id: sprintId,
        ...touched(action.capabilities, scope.now),
      })
      // As for other plain edits: only programs of newer stores log them.
      if (!action.capabilities.enforcesTransitions) continue
      const summary = sprintId === null ? 'Taken out of its sprint' : `Put into sprint ${sprintId}`
      const said = { ts: action.at, agent: input.agent ?? scope.agent, mission: id, summary }
      action.log(otherEvent(said, { action: 'update', status: mission.status }, { sprint: sprintId }))
    }
    return undefined
  })
}
