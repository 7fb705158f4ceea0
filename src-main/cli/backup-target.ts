import type { BackupPlace } from '../engine/backups/backup-folder'
import type { NamedBackup } from '../engine/backups/backup-task'
import { type Answer, Refusal } from './answer'
import type { Place } from './locate-workspace'

/** The store meant, and the folder of its backups. One that is named need not exist: backups outlive their store. */
export async function backupTarget(
  place: Place,
  { mustExist } = { mustExist: false },
): Promise<BackupPlace & { readonly folder: string }> {
  const { locateWorkspace, namedPlace } = await import('./locate-workspace')
  const { userDataFolder } = await import('../engine/user-data')
  const { backupFolder } = await import('../engine/backups/backup-folder')
  const isNamed = place.root !== undefined || place.database !== undefined
  const { database } = isNamed && !mustExist ? namedPlace(place) : locateWorkspace(place)
  const target = { database, userData: userDataFolder() }
  return { ...target, folder: backupFolder(target) }
}

/** As `backupTarget`, with the name of one backup; `latest` is the newest that is verified. */
export async function namedTarget(place: Place, asked: string): Promise<NamedBackup & { readonly folder: string }> {
  const target = await backupTarget(place)
  if (asked !== 'latest') return { ...target, name: asked }
  const { listBackups } = await import('../engine/backups/list-backups')
  const found = listBackups(target).find((backup) => backup.verified)
  if (found !== undefined) return { ...target, name: found.name }
  const message = `There is no verified backup of ${target.database}.`
  throw new Refusal({ code: 'not_found', message, details: { database: target.database } }, `Error: ${message}`)
}

/** Refusals of the engine in the words of the command line. */
export async function refusing(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    const { DomainError } = await import('../domain/fault')
    if (!(error instanceof DomainError)) throw error
    throw new Refusal(error, `Error: ${error.message}`)
  }
}
