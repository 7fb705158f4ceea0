import type { viewMethods } from '../contract/files'
import type { RepairReceipt } from '../domain/parity'
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
    const repair = (dryRun: boolean) => whenFree(() => repairViews(scope, { ...input, dryRun }))
    if (input.dryRun === true || input.direction === 'to-files') return repair(input.dryRun ?? false)
    const safety = await backedUp(context, await repair(true))
    return { ...(await repair(false)), safety }
  },
  'files.keep': async ({ keep }, context) => {
    const { keepViews } = await import('../engine/views/keep-setting')
    const scope = scopeOf(context)
    return whenFree(() => keepViews(scope, keep))
  },
}

/** Backs the store up before its contexts change; the command line has done so itself, as it has no other process. */
async function backedUp(context: CallContext, plan: RepairReceipt): Promise<string | null> {
  const { userData } = context.host
  if (userData === null || !plan.contexts.some(({ changed }) => changed)) return null
  const opened = context.workspace()
  const order = { database: opened.database, userData, reason: 'before repair' } as const
  return (await context.jobs.run('backup.create', order, opened)).backup.name
}

function scopeOf(context: CallContext): ActionScope {
  return { workspace: context.workspace(), now: context.now(), agent: context.agent }
}
