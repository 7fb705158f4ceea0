import type { RepairDirection, RepairReceipt } from '../../domain/parity'
import type { ActionScope } from '../action'
import { adoptContexts } from './adopt-contexts'
import { requireOwnStore } from './own-store'
import { repairFiles } from './repair-files'
import { keepsViews } from './view-setting'

/**
 * Brings the store and its file views together again. `to-files`: the store is right. `to-store`: the two context files
 * are; every view that is there is then written as the store has it, so that both sides hold the same.
 */
export function repairViews(
  scope: ActionScope,
  { direction, dryRun = false }: { readonly direction: RepairDirection; readonly dryRun?: boolean | undefined },
): RepairReceipt {
  const { workspace, now } = scope
  requireOwnStore(workspace)
  if (direction === 'to-files') {
    const written = repairFiles(workspace, { now, dryRun })
    return { direction, dryRun, written, contexts: [], warnings: [], safety: null, undo: null }
  }
  const { contexts, undo } = adoptContexts(scope, dryRun)
  const absent = keepsViews(workspace.root) ? 'create' : 'leave'
  const written = dryRun ? [] : repairFiles(workspace, { now, dryRun, absent })
  return { direction, dryRun, written, contexts, warnings: [], safety: null, undo }
}
