import type { backlogCommands } from '../contract/backlog-commands'
import { addDependency } from '../engine/add-dependency'
import { addMission } from '../engine/add-mission'
import { updateMission } from '../engine/update-mission'
import { act } from './act'
import type { Handlers } from './handler'

/** The methods that edit the backlog one mission at a time. */
export const backlogHandlers: Handlers<keyof typeof backlogCommands> = {
  'missions.add': (input, context) => act(context, (scope) => addMission(scope, input)),
  'missions.update': (input, context) => act(context, (scope) => updateMission(scope, input)),
  'missions.depend': (input, context) => act(context, (scope) => addDependency(scope, input)),
}
