import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expiredBackups } from '../../domain/backup-retention'
import { type BackupPlace, backupFolder } from './backup-folder'
import { readRecord, recordPath } from './backup-record'
import { deskCopyPath } from './desk-copy'
import { listBackups } from './list-backups'

const TAKEN_AWAY = new Set<string>(['before restore', 'before seed', 'before migration', 'before reset'])

/** Removes the verified backups that the rule lets go, and answers with their names; others are never touched. */
export function pruneBackups(place: BackupPlace & { readonly now: Date }): string[] {
  const folder = backupFolder(place)
  const verified = listBackups(place).flatMap(({ name, takenAt, bytes, reason, verified: counts }) => {
    const time = takenAt === null ? Number.NaN : Date.parse(takenAt)
    if (!counts || Number.isNaN(time)) return []
    return [
      {
        name,
        takenAt: time,
        bytes: bytes + (readRecord(join(folder, name))?.desk?.bytes ?? 0),
        isOnlyCopy: TAKEN_AWAY.has(reason ?? ''),
      },
    ]
  })
  const gone = expiredBackups(verified, place.now.getTime()).map(({ name }) => name)
  for (const name of gone) {
    rmSync(join(folder, name), { force: true })
    rmSync(deskCopyPath(join(folder, name)), { force: true })
    rmSync(recordPath(join(folder, name)), { force: true })
  }
  if (gone.length > 0) removeLeftRecords(folder)
  return gone
}

/** What lay beside a backup that went in a removal that was interrupted. */
function removeLeftRecords(folder: string): void {
  const names = new Set(readdirSync(folder))
  for (const name of names) {
    if (
      /^cmos-.*(\.json|\.desk\.sqlite)$/.test(name) &&
      !names.has(name.replace(/\.(json|desk\.sqlite)$/, '.sqlite'))
    ) {
      rmSync(join(folder, name), { force: true })
    }
  }
}
