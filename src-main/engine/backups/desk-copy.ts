import { closeSync, copyFileSync, existsSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BackupRecord } from '../../domain/backup'
import { DomainError } from '../../domain/fault'
import { copyStore, inspectCopy } from '../../store/copy-store'
import { mergeArchive } from '../../store/merge-archive'
import { archiveFile } from '../snapshots/archive-file'
import { hashFile, syncPath } from './file-hash'

type DeskCopy = NonNullable<BackupRecord['desk']>

/** The copy of the desk database beside a backup: what left the store for the archive is in it. */
export function deskCopyPath(backup: string): string {
  return backup.replace(/\.sqlite$/, '.desk.sqlite')
}

/**
 * Copies the desk database beside a backup, after the store was copied: a snapshot that is moved meanwhile is then in both
 * copies, never in none. Null when there is none, or none that can be read.
 */
export function copyDesk(database: string, backup: string): DeskCopy | null {
  const desk = archiveFile({ path: database })
  if (desk === null || !existsSync(desk)) return null
  const draft = join(dirname(backup), `.${basename(backup)}.${process.pid}.desk.draft`)
  try {
    closeSync(openSync(draft, 'wx', 0o600))
    copyStore(desk, draft)
    if (inspectCopy(draft).problems.length > 0) return null
    syncPath(draft, 'file')
    const copy = { bytes: statSync(draft).size, sha256: hashFile(draft) }
    renameSync(draft, deskCopyPath(backup))
    return copy
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'corrupt' || error.code === 'not_a_store')) return null
    throw error
  } finally {
    for (const end of ['', '-journal']) rmSync(`${draft}${end}`, { force: true })
  }
}

/**
 * After a restore: a workspace without a desk database gets the copy, and one that has its own the archived snapshots that
 * it lacks. What is there is never replaced. Answers what could not be done, in sentences.
 */
export function bringDeskBack(database: string, backup: string, { desk: copied }: BackupRecord): string[] {
  const desk = archiveFile({ path: database })
  if (desk === null || !copied) return []
  const copy = deskCopyPath(backup)
  try {
    if (hashFile(copy) !== copied.sha256) throw new DomainError('corrupt', 'the copy was changed since it was made')
    if (existsSync(desk)) mergeArchive(copy, desk)
    else putInPlace(copy, desk)
    return []
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [`Older snapshots of contexts were not brought back (${why}). They are in ${copy}.`]
  }
}

function putInPlace(copy: string, desk: string): void {
  const draft = join(dirname(desk), `.desk-${process.pid}.sqlite`)
  try {
    copyFileSync(copy, draft)
    syncPath(draft, 'file')
    linkSync(draft, desk)
    syncPath(dirname(desk), 'folder')
  } finally {
    rmSync(draft, { force: true })
  }
}
