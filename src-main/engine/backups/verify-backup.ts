import { type BackupCheck, type BackupRecord, tableChanges } from '../../domain/backup'
import { DomainError } from '../../domain/fault'
import { inspectCopy } from '../../store/copy-store'
import { type BackupPlace, backupPath } from './backup-folder'
import { readRecord, writeRecord } from './backup-record'
import { hashFile } from './file-hash'

/** Checks a backup byte for byte, page for page and table for table; what is found to be damaged no longer counts. */
export function verifyBackup(place: BackupPlace & { readonly name: string; readonly now: Date }): BackupCheck {
  const start = performance.now()
  const path = backupPath(place, place.name)
  const record = readRecord(path)
  const problems = record === null ? ['it has no record, so it was never finished'] : problemsOf(path, record)
  if (record !== null) {
    const verifiedAt = problems.length === 0 ? place.now.toISOString() : null
    if (verifiedAt !== null || record.verifiedAt !== null) writeRecord(path, { ...record, verifiedAt })
  }
  const milliseconds = Math.round((performance.now() - start) * 10) / 10
  return { name: place.name, ok: problems.length === 0, problems, milliseconds }
}

function problemsOf(path: string, record: BackupRecord): string[] {
  if (hashFile(path) !== record.sha256) return ['its bytes are not those that were written (SHA-256 differs)']
  try {
    const { problems, fingerprint } = inspectCopy(path)
    const structure = fingerprint.schemaHash === record.schemaHash ? [] : ['its structure differs from its record']
    const counts = tableChanges(record.tables, fingerprint.tables).map(
      ({ table }) => `the number of rows of ${table} differs from its record`,
    )
    return [...problems, ...structure, ...counts]
  } catch (error) {
    if (error instanceof DomainError && error.code === 'corrupt') return [error.message]
    throw error
  }
}
