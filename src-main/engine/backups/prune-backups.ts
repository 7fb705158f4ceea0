import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expiredBackups } from '../../domain/backup-retention'
import { type BackupPlace, backupFolder } from './backup-folder'
import { recordPath } from './backup-record'
import { listBackups } from './list-backups'

/** Removes the verified backups that the rule lets go, and answers with their names; others are never touched. */
export function pruneBackups(place: BackupPlace & { readonly now: Date }): string[] {
  const verified = listBackups(place).flatMap(({ name, takenAt, bytes, verified: counts }) => {
    const time = takenAt === null ? Number.NaN : Date.parse(takenAt)
    return counts && !Number.isNaN(time) ? [{ name, takenAt: time, bytes }] : []
  })
  const folder = backupFolder(place)
  const gone = expiredBackups(verified, place.now.getTime()).map(({ name }) => name)
  for (const name of gone) {
    rmSync(join(folder, name), { force: true })
    rmSync(recordPath(join(folder, name)), { force: true })
  }
  if (gone.length > 0) removeLeftRecords(folder)
  return gone
}

/** A record whose backup went in a removal that was interrupted. */
function removeLeftRecords(folder: string): void {
  const names = new Set(readdirSync(folder))
  for (const name of names) {
    if (/^cmos-.*\.json$/.test(name) && !names.has(name.replace(/\.json$/, '.sqlite'))) {
      rmSync(join(folder, name), { force: true })
    }
  }
}
