import type { lifecycleCommands } from '../contract/lifecycle-commands'
import { blockMission } from '../engine/block-mission'
import { completeMission } from '../engine/complete-mission'
import { escalateMission } from '../engine/escalate-mission'
import { startMission } from '../engine/start-mission'
import { unblockMission } from '../engine/unblock-mission'
import { act } from './act'
import type { Handlers } from './handler'

/** The methods that move one mission through its life. */
export const lifecycleHandlers: Handlers<keyof typeof lifecycleCommands> = {
  'missions.start': (input, context) => act(context, (scope) => startMission(scope, input)),
  'missions.complete': (input, context) => act(context, (scope) => completeMission(scope, input)),
  'missions.block': (input, context) => act(context, (scope) => blockMission(scope, input)),
  'missions.unblock': (input, context) => act(context, (scope) => unblockMission(scope, input)),
  'missions.escalate': async (input, context) => {
    const receipt = await act(context, (scope) => escalateMission(scope, input))
    const { wakeCase } = await import('../engine/snooze-mission')
    return { ...receipt, warnings: [...receipt.warnings, ...wakeCase(context.workspace().root, input.id)] }
  },
}
