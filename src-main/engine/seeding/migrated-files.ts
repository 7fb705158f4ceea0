import { createHash } from 'node:crypto'
import { constants, copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../../domain/fault'
import type { MigrationReport } from '../../domain/seeding'
import { fileFault, replaceFile } from '../files/atomic-file'
import { workspacePath } from '../files/workspace-path'

/** What files held when they were read, by their paths. */
export type FileStates = ReadonlyMap<string, string>

interface Writing {
  readonly now: Date
  readonly backups: boolean
  readonly dryRun?: boolean
  /** The states before they were read: what another program wrote since then is not replaced. */
  readonly read: FileStates
  /** True for files that hold more than could be read, of which a copy is kept in any case. */
  readonly isPartlyRead: (path: string) => boolean
}

/** The states of files under a folder. */
export function statesOf(folder: string, files: readonly string[]): FileStates {
  return new Map(files.map((file) => join(folder, file)).map((path) => [path, stateOf(path)]))
}

function stateOf(path: string): string {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'missing'
}

/** Writes the united files of a target, each with a copy of what was there beside it; what stays the same is not written. */
export function writeMigrated(
  target: string,
  texts: Readonly<Record<string, string>>,
  { now, backups, dryRun = false, read, isPartlyRead }: Writing,
): MigrationReport['files'] {
  const drafts = Object.entries(texts)
    .map(([file, text]) => ({ path: workspacePath(target, ...file.split('/')), text }))
    .filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const files = drafts.map(({ path, text }) => ({
    path,
    bytes: Buffer.byteLength(text),
    backup: (backups || isPartlyRead(path)) && existsSync(path) ? freeName(`${path}.backup-${stamp}`) : null,
  }))
  if (dryRun) return files
  for (const { path } of files) if (stateOf(path) !== read.get(path)) throw changed(path)
  // All copies are there before the first file is replaced.
  for (const { path, backup } of files) if (backup !== null) copy(path, backup)
  for (const { path, text } of drafts) replaceFile(path, text)
  return files
}

function changed(path: string): DomainError {
  return new DomainError(
    'conflict',
    `Another program wrote to ${path} while it was read. Nothing was changed; try again when nobody writes to it.`,
    { path },
  )
}

function copy(path: string, backup: string): void {
  try {
    copyFileSync(path, backup, constants.COPYFILE_EXCL)
  } catch (error) {
    throw fileFault(error, backup)
  }
}

function freeName(path: string): string {
  if (!existsSync(path)) return path
  for (let number = 2; ; number += 1) if (!existsSync(`${path}-${number}`)) return `${path}-${number}`
}
