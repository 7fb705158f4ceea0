import type { sprintMethods } from '../contract/sprints'
import { addSprint, closeSprint, updateSprintFields } from '../engine/sprints'
import { act } from './act'
import type { CallContext, Handlers } from './handler'
import { queryHandlers } from './query-handlers'

/** The methods about sprints. */
export const sprintHandlers: Handlers<keyof typeof sprintMethods> = {
  'sprints.list': queryHandlers['sprints.list'],
  'sprints.show': queryHandlers['sprints.show'],
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

async function sprintReceipt(id: string, warnings: string[], context: CallContext) {
  return { sprint: await queryHandlers['sprints.show']({ id }, context), warnings }
}
