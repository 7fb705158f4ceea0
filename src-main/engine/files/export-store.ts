import type { ExportReceipt } from '../../domain/seeding'
import { openStore } from '../../store/store'
import type { JobScope } from '../job'
import { type ExportOrder, exportViews } from './export-views'

const PATIENCE = 5_000

/** As `exportViews`, for a process that does not have the store open. */
export async function exportStore(order: ExportOrder, job: JobScope): Promise<ExportReceipt> {
  const store = openStore(order.database, { mode: 'read-only', busyTimeout: PATIENCE })
  try {
    return await exportViews(store, order, job)
  } finally {
    store.close()
  }
}
