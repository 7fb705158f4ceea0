import type { RepairDirection, RepairReceipt } from '../../domain/parity'
import type { ActionScope } from '../action'
import { adoptContexts } from './adopt-contexts'
import { requireOwnStore } from './own-store'
import { repairFiles, rewriteContextFiles } from './repair-files'

/**
 * Brings the store and its file views together again. `to-files`: the store is right. `to-store`: the two context files
 * are; they are then written as the store has them, so that both sides hold the same.
 */
export function repairViews(
  scope: ActionScope,
  { direction, dryRun = false }: { readonly direction: RepairDirection; readonly dryRun?: boolean | undefined },
): RepairReceipt {
  const { workspace, now } = scope
  requireOwnStore(workspace)
  if (direction === 'to-files') {
    const written = repairFiles(workspace, { now, dryRun })
    return { direction, dryRun, written, contexts: [], warnings: [], undo: null }
  }
  const { contexts, undo } = adoptContexts(scope, dryRun)
  const written = dryRun ? [] : rewriteContextFiles(workspace, now)
  return { direction, dryRun, written, contexts, warnings: [], undo }
}
