import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { DomainError } from '../../domain/fault'

/** Which store, and whose data folder its backups are in. */
export interface BackupPlace {
  readonly database: string
  readonly userData: string
}

const NAME = /^cmos-\d{8}T\d{9}Z\.sqlite$/

/** The folder of a store's backups, outside the workspace so that nothing can package them. Nothing is created. */
export function backupFolder({ database, userData }: BackupPlace): string {
  const id = createHash('sha256').update(canonical(database)).digest('hex').slice(0, 16)
  return join(userData, 'backups', id)
}

/** As `backupFolder`, created for its owner alone when it is missing. */
export function makeBackupFolder(place: BackupPlace): string {
  const folder = backupFolder(place)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** A name that no backup in the folder has yet, from the time it is taken at. */
export function freeName(folder: string, now: Date): string {
  for (let at = now.getTime(); ; at++) {
    const name = `cmos-${new Date(at).toISOString().replace(/[-:.]/g, '')}.sqlite`
    if (!existsSync(join(folder, name))) return name
  }
}

/** True for the names that backups are given: nothing else in the folder is listed, restored or removed. */
export function isBackupName(name: string): boolean {
  return NAME.test(name)
}

/** The path of a backup; refused when there is none of that name. */
export function backupPath(place: BackupPlace, name: string): string {
  const path = isBackupName(name) ? join(backupFolder(place), name) : ''
  if (path !== '' && existsSync(path)) return path
  throw new DomainError(
    'not_found',
    `There is no backup ${name.slice(0, 200)} of ${place.database}. List them first.`,
    {
      name: name.slice(0, 200),
    },
  )
}

/** The same store has one folder, by whatever links it is reached and even when its file is gone. */
function canonical(database: string): string {
  const folder = dirname(resolve(database))
  return join(existsSync(folder) ? realpathSync(folder) : folder, basename(database))
}
