import { constants, copyFileSync, existsSync, readFileSync } from 'node:fs'
import type { MigrationReport } from '../../domain/seeding'
import { fileFault, replaceFile } from '../files/atomic-file'
import { workspacePath } from '../files/workspace-path'

interface Writing {
  readonly now: Date
  readonly backups: boolean
  readonly dryRun?: boolean
}

/** Writes the united files of a target, each with a copy of what was there beside it; what stays the same is not written. */
export function writeMigrated(
  target: string,
  texts: Readonly<Record<string, string>>,
  { now, backups, dryRun = false }: Writing,
): MigrationReport['files'] {
  const drafts = Object.entries(texts)
    .map(([file, text]) => ({ path: workspacePath(target, ...file.split('/')), text }))
    .filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const files = drafts.map(({ path, text }) => ({
    path,
    bytes: Buffer.byteLength(text),
    backup: backups && existsSync(path) ? freeName(`${path}.backup-${stamp}`) : null,
  }))
  if (dryRun) return files
  // All copies are there before the first file is replaced.
  for (const { path, backup } of files) if (backup !== null) copy(path, backup)
  for (const { path, text } of drafts) replaceFile(path, text)
  return files
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
