import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '../../domain/backup'
import { type BackupPlace, backupFolder, isBackupName } from './backup-folder'
import { readRecord } from './backup-record'

/** The backups of a store, newest first; looking creates nothing. */
export function listBackups(place: BackupPlace): Backup[] {
  const folder = backupFolder(place)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(isBackupName)
    .sort()
    .reverse()
    .map((name) => describeBackup(folder, name))
}

/** A backup from its record; one without a record, or of another size than recorded, is not verified. */
export function describeBackup(folder: string, name: string): Backup {
  const path = join(folder, name)
  const record = readRecord(path)
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return {
    name,
    takenAt: record?.takenAt ?? null,
    bytes,
    verified: record !== null && record.verifiedAt !== null && record.bytes === bytes,
    reason: record?.reason ?? null,
    tables: record?.tables ?? {},
  }
}
