import type { viewMethods } from '../contract/files'
import type { ActionScope } from '../engine/action'
import { whenFree } from '../store/when-free'
import type { CallContext, Handlers } from './handler'

/** Handlers of the file views; their code is loaded when one is first asked for. */
export const viewHandlers: Handlers<keyof typeof viewMethods> = {
  'files.parity': async (_input, context) => {
    const { checkParity } = await import('../engine/views/check-parity')
    const workspace = context.workspace()
    return whenFree(() => checkParity(workspace))
  },
  'files.repair': async (input, context) => {
    const { repairViews } = await import('../engine/views/repair-views')
    const scope = scopeOf(context)
    return whenFree(() => repairViews(scope, input))
  },
  'files.keep': async ({ keep }, context) => {
    const { keepViews } = await import('../engine/views/keep-setting')
    const scope = scopeOf(context)
    return whenFree(() => keepViews(scope, keep))
  },
}

function scopeOf(context: CallContext): ActionScope {
  return { workspace: context.workspace(), now: context.now(), agent: context.agent }
}
