import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type RestoreReceipt, type TableCounts, tableChanges } from '../../domain/backup'
import { DomainError } from '../../domain/fault'
import { inspectCopy } from '../../store/copy-store'
import { overwriteStore } from '../../store/overwrite-store'
import { fileFault } from '../files/atomic-file'
import { type BackupPlace, backupPath } from './backup-folder'
import { readRecord } from './backup-record'
import { createBackup } from './create-backup'
import { syncPath } from './file-hash'
import { quarantineStore } from './quarantine-store'
import { verifyBackup } from './verify-backup'

export interface RestoreOrder extends BackupPlace {
  readonly name: string
  readonly now: Date
}

interface Kept {
  readonly safety: string | null
  readonly quarantine: string | null
  readonly tables: TableCounts
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
  const kept = keep(order)
  const now = existsSync(database) ? await overwrite(path, order, kept) : putInPlace(path, database)
  if (now.problems.length > 0 || now.fingerprint.schemaHash !== record.schemaHash) {
    const found = [...now.problems, 'the structure is not that of the backup'].slice(0, 1).join()
    throw new DomainError(
      'corrupt',
      `${database} did not pass its checks after the restore (${found}). ${whereKept(kept)}`,
      { path: database },
    )
  }
  const moved = tableChanges(now.fingerprint.tables, record.tables)
  return {
    restored: name,
    safety: kept.safety,
    quarantine: kept.quarantine,
    changes: tableChanges(kept.tables, record.tables),
    warnings:
      moved.length === 0
        ? []
        : [`Another program wrote to ${moved.map(({ table }) => table).join(', ')} at once after the restore.`],
  }
}

function keep(order: RestoreOrder): Kept {
  if (!existsSync(order.database)) return { safety: null, quarantine: null, tables: {} }
  try {
    const safety = createBackup({ ...order, reason: 'before restore' })
    return { safety: safety.name, quarantine: null, tables: safety.tables }
  } catch (error) {
    const unreadable = error instanceof DomainError && (error.code === 'corrupt' || error.code === 'not_a_store')
    if (!unreadable) throw error
    return { safety: null, quarantine: quarantineStore(order), tables: {} }
  }
}

async function overwrite(good: string, { database }: RestoreOrder, kept: Kept) {
  try {
    return await overwriteStore(good, database, { damaged: kept.quarantine !== null })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'corrupt') throw error
    // Nobody can have it open as a database, but removing it is for its owner to decide.
    throw new DomainError(
      'corrupt',
      `SQLite cannot write into ${database} as it is. ${whereKept(kept)} Move the file away, with -wal and -journal beside it, then restore again.`,
      { ...error.details, path: database },
    )
  }
}

/** Where nothing is, a copy is made under another name and linked into place: a link never replaces a file. */
function putInPlace(good: string, database: string) {
  const left = ['-wal', '-journal'].find((end) => existsSync(`${database}${end}`))
  if (left !== undefined) {
    throw new DomainError(
      'corrupt',
      `Beside ${database} lies ${database}${left}, which would be mixed into the restored store. Move it away, then restore again.`,
      { path: `${database}${left}` },
    )
  }
  const draft = join(dirname(database), `.cmos-${randomBytes(6).toString('hex')}.sqlite`)
  try {
    mkdirSync(dirname(database), { recursive: true })
    copyFileSync(good, draft)
    syncPath(draft, 'file')
    const found = inspectCopy(draft)
    linkSync(draft, database)
    syncPath(dirname(database), 'folder')
    return found
  } catch (error) {
    throw fileFault(error, database)
  } finally {
    rmSync(draft, { force: true })
  }
}

function whereKept({ safety, quarantine }: Kept): string {
  if (quarantine !== null) return `What was there is kept in ${quarantine}.`
  return safety === null ? '' : `What was there is kept as the backup ${safety}.`
}
