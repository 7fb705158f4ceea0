import type { CommandName } from '../contract/contract'
import type { ActionScope } from '../engine/action'
import { addDependency } from '../engine/add-dependency'
import { addMission } from '../engine/add-mission'
import { assignSprint } from '../engine/assign-sprint'
import { blockMission } from '../engine/block-mission'
import { completeMission } from '../engine/complete-mission'
import { meetNeed } from '../engine/meet-need'
import { moveMissions } from '../engine/move-missions'
import { removeDependency } from '../engine/remove-dependency'
import { reorderMission } from '../engine/reorder-mission'
import { snoozeMission } from '../engine/snooze-mission'
import { splitMission } from '../engine/split-mission'
import { addSprint, closeSprint, updateSprintFields } from '../engine/sprints'
import { startMission } from '../engine/start-mission'
import { unblockMission } from '../engine/unblock-mission'
import { undoAction } from '../engine/undo-action'
import { updateMission } from '../engine/update-mission'
import { whenFree } from '../store/when-free'
import type { CallContext, Handlers } from './handler'
import { queryHandlers } from './query-handlers'

/** The methods that act on missions, sprints and cases: each is one use case of the engine. */
export const commandHandlers: Handlers<
  Extract<CommandName, `missions.${string}` | `sprints.${string}` | `triage.${string}`>
> = {
  'missions.start': (input, context) => act(context, (scope) => startMission(scope, input)),
  'missions.complete': (input, context) => act(context, (scope) => completeMission(scope, input)),
  'missions.block': (input, context) => act(context, (scope) => blockMission(scope, input)),
  'missions.unblock': (input, context) => act(context, (scope) => unblockMission(scope, input)),
  'missions.meetNeed': (input, context) => act(context, (scope) => meetNeed(scope, input)),
  'missions.move': (input, context) => act(context, (scope) => moveMissions(scope, input)),
  'missions.reorder': (input, context) => act(context, (scope) => reorderMission(scope, input)),
  'missions.assignSprint': (input, context) => act(context, (scope) => assignSprint(scope, input)),
  'missions.add': (input, context) => act(context, (scope) => addMission(scope, input)),
  'missions.update': (input, context) => act(context, (scope) => updateMission(scope, input)),
  'missions.split': (input, context) => act(context, (scope) => splitMission(scope, input)),
  'missions.depend': (input, context) => act(context, (scope) => addDependency(scope, input)),
  'missions.undepend': (input, context) => act(context, (scope) => removeDependency(scope, input)),
  'missions.undo': (input, context) => act(context, (scope) => undoAction(scope, input)),
  'triage.snooze': (input, context) => act(context, (scope) => snoozeMission(scope, input)),
  'sprints.add': async (input, context) => {
    await act(context, ({ workspace }) => addSprint(workspace.store, input))
    return sprintReceipt(input.id, [], context)
  },
  'sprints.update': async (input, context) => {
    await act(context, ({ workspace }) => updateSprintFields(workspace.store, input))
    return sprintReceipt(input.id, [], context)
  },
  'sprints.close': async ({ id }, context) => {
    const warnings = await act(context, ({ workspace, now }) => closeSprint(workspace.store, id, now))
    return sprintReceipt(id, warnings, context)
  },
}

/** Acts once the store is free: an action that found it busy wrote nothing, so it may simply be tried again. */
function act<T>(context: CallContext, work: (scope: ActionScope) => T): Promise<T> {
  const workspace = context.workspace()
  return whenFree(() => work({ workspace, now: context.now(), agent: context.agent }))
}

async function sprintReceipt(id: string, warnings: string[], context: CallContext) {
  return { sprint: await queryHandlers['sprints.show']({ id }, context), warnings }
}
