import { closeSync, existsSync, openSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Backup, type BackupReason, tableChanges } from '../../domain/backup'
import { DomainError } from '../../domain/fault'
import { copyStore, inspectCopy } from '../../store/copy-store'
import type { Fingerprint } from '../../store/store-fingerprint'
import { fileFault } from '../files/atomic-file'
import { archiveFile } from '../snapshots/archive-file'
import { type BackupPlace, freeName, makeBackupFolder } from './backup-folder'
import { writeRecord } from './backup-record'
import { copyDesk, deskCopyPath } from './desk-copy'
import { hashFile, syncPath } from './file-hash'
import { describeBackup } from './list-backups'

export interface BackupOrder extends BackupPlace {
  readonly reason: BackupReason
  readonly now: Date
  /** Free bytes where the folder is; asked of the system by default. */
  readonly freeBytes?: (folder: string) => number
}

const DRAFT = /^\.cmos-.*\.draft(?:-journal)?$/
const ABANDONED_AFTER = 3_600_000

/**
 * Makes a backup of a store that other programs may be writing: a copy of one moment, counted against the store, checked
 * and hashed, and only then given its name. It blocks its thread until it is done.
 */
export function createBackup(order: BackupOrder): Backup {
  const { database } = order
  const folder = made(order)
  const name = freeName(folder, order.now)
  const path = join(folder, name)
  const draft = join(folder, `.${name}.${process.pid}.draft`)
  try {
    removeAbandoned(folder, order.now)
    requireSpace(order, folder)
    // SQLite writes into the empty file, so nobody else can read it for a moment.
    closeSync(openSync(draft, 'wx', 0o600))
    const { tables, schemaHash } = verifiedCopy(database, draft)
    syncPath(draft, 'file')
    const sha256 = hashFile(draft)
    const bytes = sizeOf(draft)
    const desk = copyDesk(database, path)
    renameSync(draft, path)
    syncPath(folder, 'folder')
    const takenAt = order.now.toISOString()
    const verifiedAt = takenAt
    writeRecord(path, {
      format: 1,
      database,
      takenAt,
      verifiedAt,
      reason: order.reason,
      bytes,
      sha256,
      schemaHash,
      tables,
      desk,
    })
    return describeBackup(folder, name)
  } catch (error) {
    if (!existsSync(path)) rmSync(deskCopyPath(path), { force: true })
    throw fileFault(error, folder)
  } finally {
    for (const end of ['', '-journal']) rmSync(`${draft}${end}`, { force: true })
  }
}

function made(place: BackupPlace): string {
  try {
    return makeBackupFolder(place)
  } catch (error) {
    throw fileFault(error, place.userData)
  }
}

function verifiedCopy(database: string, draft: string): Fingerprint {
  const original = copyStore(database, draft)
  const copy = inspectCopy(draft)
  const differing = tableChanges(original.tables, copy.fingerprint.tables).map(
    ({ table, before, after }) =>
      `table ${table} has ${before ?? 'no'} rows in the store and ${after ?? 'none'} in the copy`,
  )
  const structure = original.schemaHash === copy.fingerprint.schemaHash ? [] : ['the structure differs']
  const problems = [...copy.problems, ...structure, ...differing]
  if (problems.length === 0) return original
  throw new DomainError(
    'corrupt',
    `The copy of ${database} did not pass its checks (${problems.slice(0, 3).join('; ')}), so no backup was kept. Check the store's health.`,
    { path: database, problems: problems.join('; ') },
  )
}

function requireSpace({ database, freeBytes = freeBytesOf }: BackupOrder, folder: string): void {
  const needed = 2 * (sizeOf(database) + sizeOf(`${database}-wal`) + sizeOf(archiveFile({ path: database }) ?? ''))
  const free = freeBytes(folder)
  if (free >= needed) return
  throw new DomainError(
    'disk_full',
    `A backup of ${database} needs ${megabytes(needed)} free where ${folder} is; there are ${megabytes(free)}. Nothing was written; free some space and try again.`,
    { path: folder, needed: String(needed), free: String(free) },
  )
}

/** Drafts of a process that was ended while it wrote; a younger one may still be at work. */
function removeAbandoned(folder: string, now: Date): void {
  for (const name of readdirSync(folder).filter((entry) => DRAFT.test(entry))) {
    const stats = statSync(join(folder, name), { throwIfNoEntry: false })
    if (stats && now.getTime() - stats.mtimeMs > ABANDONED_AFTER) rmSync(join(folder, name), { force: true })
  }
}

function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Asking for a size opens nothing, so SQLite's locks stay. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`
}
