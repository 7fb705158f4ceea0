import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BackupReason, TableCounts } from '../../domain/backup'
import { DomainError } from '../../domain/fault'
import { type CommitWatch, watchCommits } from '../../store/commit-watch'
import { inspectCopy } from '../../store/copy-store'
import { type Overwritten, overwriteStore } from '../../store/overwrite-store'
import { fileFault } from '../files/atomic-file'
import type { BackupPlace } from './backup-folder'
import { createBackup } from './create-backup'
import { syncPath } from './file-hash'
import { quarantineStore } from './quarantine-store'

const MOST_ATTEMPTS = 3
const PATIENCE = 5_000

/** A checked store that takes the place of the one at `database`. */
export interface Replacement extends BackupPlace {
  readonly good: string
  readonly reason: BackupReason
  readonly now: Date
}

/** Where what was there before is kept: as a verified backup, or as a raw copy when it cannot be read. */
export interface Kept {
  readonly safety: string | null
  readonly quarantine: string | null
  readonly tables: TableCounts
}

/**
 * Puts a good store in place of one that other programs may have open. What was there is kept first, and kept again when
 * somebody commits before it is replaced. Call it where this process has no connection to the store.
 */
export async function replaceStore(order: Replacement): Promise<{ readonly kept: Kept; readonly now: Overwritten }> {
  const { database, now: at } = order
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const watch = watchCommits(database, PATIENCE)
    try {
      const kept = keep({ ...order, now: new Date(at.getTime() + attempt) }, watch)
      const now = existsSync(database) ? await overwrite(order, kept, watch) : putInPlace(order.good, database)
      if (now !== null) return { kept, now }
    } finally {
      watch.close()
    }
  }
  throw new DomainError(
    'busy',
    `Another program keeps writing to ${database}. Nothing was changed; stop it, then try again.`,
    { path: database },
  )
}

/** For sentences about a replacement that went wrong. */
export function whereKept({ safety, quarantine }: Kept): string {
  if (quarantine !== null) return `What was there is kept in ${quarantine}.`
  return safety === null ? '' : `What was there is kept as the backup ${safety}.`
}

function keep(order: Replacement, watch: CommitWatch): Kept {
  if (!existsSync(order.database)) return { safety: null, quarantine: null, tables: {} }
  try {
    const safety = createBackup(order)
    return { safety: safety.name, quarantine: null, tables: safety.tables }
  } catch (error) {
    const unreadable = error instanceof DomainError && (error.code === 'corrupt' || error.code === 'not_a_store')
    if (!unreadable) throw error
    // Its file is read past SQLite now, by which a connection would lose its locks.
    watch.close()
    return { safety: null, quarantine: quarantineStore(order), tables: {} }
  }
}

async function overwrite({ good, database }: Replacement, kept: Kept, watch: CommitWatch): Promise<Overwritten | null> {
  try {
    const damaged = kept.quarantine !== null
    return await overwriteStore(good, database, damaged ? { damaged } : { isStill: watch.isStill })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'corrupt') throw error
    // Nobody can have it open as a database, but removing it is for its owner to decide.
    throw new DomainError(
      'corrupt',
      `SQLite cannot write into ${database} as it is. ${whereKept(kept)} Move the file away, with -wal and -journal beside it, then try again.`,
      { ...error.details, path: database },
    )
  }
}

/** A backup stays where it is: a copy of it is put in place. */
function putInPlace(good: string, database: string): Overwritten {
  const draft = join(dirname(database), `.cmos-${randomBytes(6).toString('hex')}.sqlite`)
  try {
    mkdirSync(dirname(database), { recursive: true })
    copyFileSync(good, draft)
    const found = inspectCopy(draft)
    linkInPlace(draft, database)
    return found
  } catch (error) {
    throw fileFault(error, database)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Gives a finished draft its name where nothing is: a link never replaces a file that somebody put there meanwhile. */
export function linkInPlace(draft: string, database: string): void {
  const left = ['-wal', '-journal'].find((end) => existsSync(`${database}${end}`))
  if (left !== undefined) {
    throw new DomainError(
      'corrupt',
      `Beside ${database} lies ${database}${left}, which would be mixed into the new store. Move it away, then try again.`,
      { path: `${database}${left}` },
    )
  }
  syncPath(draft, 'file')
  linkSync(draft, database)
  syncPath(dirname(database), 'folder')
}
