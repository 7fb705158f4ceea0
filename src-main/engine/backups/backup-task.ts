import { lstatSync, statSync } from 'node:fs'
import type { Backup, BackupCheck, BackupReason, RestoreReceipt } from '../../domain/backup'
import { inspectStoreFile } from '../../store/store-file'
import type { BackupPlace } from './backup-folder'
import { createBackup } from './create-backup'
import { pruneBackups } from './prune-backups'
import { restoreBackup } from './restore-backup'
import { verifyBackup } from './verify-backup'

/** A store's backups and one of them. */
export type NamedBackup = BackupPlace & { readonly name: string }

/**
 * Work on backups, by name, so that it can be asked of another process. Each blocks its thread, and each looks at files
 * by whose closing a connection of the same process would lose its locks: only for a process that has no store open.
 */
export const backupTasks = {
  create: (place: BackupOrders['create'], now = new Date()): { backup: Backup; removed: string[] } => {
    // What SQLite would open without a word, a stale log or an empty file, must not become a backup.
    inspectStoreFile(place.database)
    const backup = createBackup({ ...place, reason: place.reason ?? 'asked', now })
    return { backup, removed: pruneBackups({ ...place, now }) }
  },
  verify: (named: NamedBackup, now = new Date()): BackupCheck => verifyBackup({ ...named, now }),
  restore: async (named: NamedBackup, now = new Date()): Promise<RestoreReceipt> => {
    requireRestorable(named.database)
    return await restoreBackup({ ...named, now })
  },
}

export type BackupTaskName = keyof typeof backupTasks

/** What each task is asked with. */
export interface BackupOrders {
  readonly create: BackupPlace & { readonly reason?: BackupReason }
  readonly verify: NamedBackup
  readonly restore: NamedBackup
}

/** What each task answers with. */
export type BackupOutcomes = { readonly [T in BackupTaskName]: Awaited<ReturnType<(typeof backupTasks)[T]>> }

/** A damaged or missing store is what a restore is for; a link, a folder, or another store's log is not. */
function requireRestorable(database: string): void {
  const stats = lstatSync(database, { throwIfNoEntry: false })
  try {
    if (stats !== undefined) inspectStoreFile(database)
  } catch (error) {
    const log = statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0
    if (log > 0 || stats?.isFile() !== true) throw error
  }
}
