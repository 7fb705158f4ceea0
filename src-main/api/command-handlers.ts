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
import { addSprint, closeSprint, updateSprintFields } from '../engine/sprints'
import { startMission } from '../engine/start-mission'
import { unblockMission } from '../engine/unblock-mission'
import { undoAction } from '../engine/undo-action'
import { updateMission } from '../engine/update-mission'
import type { CallContext, Handlers } from './handler'
import { queryHandlers } from './query-handlers'

/** The methods that act on missions and sprints: each is one use case of the engine. */
export const commandHandlers: Handlers<Extract<CommandName, `missions.${string}` | `sprints.${string}`>> = {
  'missions.start': (input, context) => startMission(scopeOf(context), input),
  'missions.complete': (input, context) => completeMission(scopeOf(context), input),
  'missions.block': (input, context) => blockMission(scopeOf(context), input),
  'missions.unblock': (input, context) => unblockMission(scopeOf(context), input),
  'missions.meetNeed': (input, context) => meetNeed(scopeOf(context), input),
  'missions.move': (input, context) => moveMissions(scopeOf(context), input),
  'missions.reorder': (input, context) => reorderMission(scopeOf(context), input),
  'missions.assignSprint': (input, context) => assignSprint(scopeOf(context), input),
  'missions.add': (input, context) => addMission(scopeOf(context), input),
  'missions.update': (input, context) => updateMission(scopeOf(context), input),
  'missions.depend': (input, context) => addDependency(scopeOf(context), input),
  'missions.undepend': (input, context) => removeDependency(scopeOf(context), input),
  'missions.undo': (input, context) => undoAction(scopeOf(context), input),
  'sprints.add': (input, context) => {
    addSprint(context.workspace().store, input)
    return sprintReceipt(input.id, [], context)
  },
  'sprints.update': (input, context) => {
    updateSprintFields(context.workspace().store, input)
    return sprintReceipt(input.id, [], context)
  },
  'sprints.close': (input, context) => {
    const warnings = closeSprint(context.workspace().store, input.id, context.now())
    return sprintReceipt(input.id, warnings, context)
  },
}

function scopeOf(context: CallContext): ActionScope {
  return { workspace: context.workspace(), now: context.now(), agent: context.agent }
}

async function sprintReceipt(id: string, warnings: string[], context: CallContext) {
  return { sprint: await queryHandlers['sprints.show']({ id }, context), warnings }
}
