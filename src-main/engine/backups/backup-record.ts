import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { type BackupRecord, backupRecord } from '../../domain/backup'
import { replaceFile } from '../files/atomic-file'

/** The record kept beside a backup. */
export function recordPath(backup: string): string {
  return backup.replace(/\.sqlite$/, '.json')
}

/** What was recorded of a backup; null when it was never finished or its record cannot be read. */
export function readRecord(backup: string): BackupRecord | null {
  try {
    const parsed = z.safeParse(backupRecord, JSON.parse(readFileSync(recordPath(backup), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function writeRecord(backup: string, record: BackupRecord): void {
  replaceFile(recordPath(backup), `${JSON.stringify(record, null, 2)}\n`)
}
