import type { CommandName } from '../contract/contract'
import { assignSprint } from '../engine/assign-sprint'
import { checkCriterion } from '../engine/check-criterion'
import { meetNeed } from '../engine/meet-need'
import { moveMissions } from '../engine/move-missions'
import { removeDependency } from '../engine/remove-dependency'
import { reorderMission } from '../engine/reorder-mission'
import { snoozeMission } from '../engine/snooze-mission'
import { splitMission } from '../engine/split-mission'
import { undoAction } from '../engine/undo-action'
import { act } from './act'
import { backlogHandlers } from './backlog-handlers'
import type { Handlers } from './handler'
import { lifecycleHandlers } from './lifecycle-handlers'

/** The methods that act on missions, sprints and cases: each is one use case of the engine. */
export const commandHandlers: Handlers<Extract<CommandName, `missions.${string}` | `triage.${string}`>> = {
  ...lifecycleHandlers,
  ...backlogHandlers,
  'missions.checkCriterion': (input, context) => act(context, (scope) => checkCriterion(scope, input)),
  'missions.meetNeed': (input, context) => act(context, (scope) => meetNeed(scope, input)),
  'missions.move': (input, context) => act(context, (scope) => moveMissions(scope, input)),
  'missions.reorder': (input, context) => act(context, (scope) => reorderMission(scope, input)),
  'missions.assignSprint': (input, context) => act(context, (scope) => assignSprint(scope, input)),
  'missions.split': (input, context) => act(context, (scope) => splitMission(scope, input)),
  'missions.undepend': (input, context) => act(context, (scope) => removeDependency(scope, input)),
  'missions.undo': (input, context) => act(context, (scope) => undoAction(scope, input)),
  'triage.snooze': (input, context) => act(context, (scope) => snoozeMission(scope, input)),
}
