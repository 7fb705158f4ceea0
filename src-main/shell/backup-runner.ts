import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import type { BackupRunner } from '../api/host'
import type { Reply } from '../contract/reply'
import { DomainError } from '../domain/fault'
import type { BackupOrders, BackupOutcomes, BackupTaskName } from '../engine/backups/backup-task'
import type { BackgroundOrder } from './background'

/**
 * Runs one task on backups in a process of its own: a long statement never holds the window up, a crash never takes it
 * down, and files are opened where no lock of ours can be lost.
 */
export const runBackup: BackupRunner = async <T extends BackupTaskName>(task: T, place: BackupOrders[T]) => {
  const reply = await askHelper({ task, place: { name: '', ...place } })
  if (!reply.ok) throw new DomainError(reply.fault.code, reply.fault.message, reply.fault.details)
  // The helper answers a task with that task's outcome, which a message cannot say.
  return reply.value as BackupOutcomes[T]
}

function askHelper(order: BackgroundOrder): Promise<Reply<unknown>> {
  return new Promise((resolve, reject) => {
    const helper = utilityProcess.fork(join(app.getAppPath(), 'out', 'main', 'background.js'), [], {
      serviceName: 'CMOS Desk backups',
    })
    helper.once('message', (reply) => {
      resolve(reply)
      helper.kill()
    })
    helper.once('exit', () => {
      reject(
        new DomainError(
          'internal',
          'The helper process for backups ended before it was done. No half backup was kept.',
        ),
      )
    })
    helper.postMessage(order)
  })
}
