import { faultOf } from '../api/router'
import { type BackupOrders, type BackupTaskName, backupTasks } from '../engine/backups/backup-task'

/** What the window asks of its helper process: one task, for which the process lives. */
export interface BackgroundOrder {
  readonly task: BackupTaskName
  readonly place: BackupOrders['create'] & BackupOrders['restore']
}

process.parentPort.once('message', ({ data }: { readonly data: BackgroundOrder }) => void answer(data))

async function answer({ task, place }: BackgroundOrder): Promise<void> {
  try {
    process.parentPort.postMessage({ ok: true, value: await backupTasks[task](place) })
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? '') : ''
    process.parentPort.postMessage({ ok: false, fault: faultOf(error, () => process.stderr.write(`${trace}\n`)) })
  }
}
