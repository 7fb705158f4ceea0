import { type RestoreReceipt, tableChanges } from '../../domain/backup'
import { DomainError } from '../../domain/fault'
import { type BackupPlace, backupPath } from './backup-folder'
import { readRecord } from './backup-record'
import { bringDeskBack } from './desk-copy'
import { replaceStore, whereKept } from './replace-store'
import { verifyBackup } from './verify-backup'

export interface RestoreOrder extends BackupPlace {
  readonly name: string
  readonly now: Date
}

/**
 * Puts a verified backup back in place of a store that other programs may have open. What was there is kept first: as a
 * verified backup, or as a raw copy when it cannot be read. Call it where this process has no connection to the store.
 */
export async function restoreBackup(order: RestoreOrder): Promise<RestoreReceipt> {
  const { database, name } = order
  const path = backupPath(order, name)
  const check = verifyBackup(order)
  const record = readRecord(path)
  if (!check.ok || record === null) {
    throw new DomainError(
      'corrupt',
      `The backup ${name} is damaged: ${check.problems.join('; ')}. Nothing was changed; choose another one.`,
      { name },
    )
  }
  const { kept, now } = await replaceStore({ ...order, good: path, reason: 'before restore' })
  if (now.problems.length > 0 || now.fingerprint.schemaHash !== record.schemaHash) {
    const found = [...now.problems, 'the structure is not that of the backup'].slice(0, 1).join()
    throw new DomainError(
      'corrupt',
      `${database} did not pass its checks after the restore (${found}). ${whereKept(kept)}`,
      { path: database },
    )
  }
  const lacking = bringDeskBack(database, path, record)
  const moved = tableChanges(now.fingerprint.tables, record.tables)
  return {
    restored: name,
    safety: kept.safety,
    quarantine: kept.quarantine,
    changes: tableChanges(kept.tables, record.tables),
    warnings: [
      ...lacking,
      ...(moved.length === 0
        ? []
        : [`Another program wrote to ${moved.map(({ table }) => table).join(', ')} at once after the restore.`]),
    ],
  }
}
