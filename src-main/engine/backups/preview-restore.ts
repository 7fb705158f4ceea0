import { basename, dirname } from 'node:path'
import { type TableChange, tableChanges } from '../../domain/backup'
import { DomainError } from '../../domain/fault'
import { inspectCopy } from '../../store/copy-store'
import { openWorkspace } from '../workspace'
import { backupPath } from './backup-folder'
import { readRecord } from './backup-record'
import type { NamedBackup } from './backup-task'

/** What a restore would replace; both are null when the store cannot be read as it is. */
export interface RestorePreview {
  readonly workspace: string | null
  readonly changes: TableChange[] | null
}

/** Compares a store with one of its backups, table by table. It changes nothing. */
export function previewRestore(named: NamedBackup): RestorePreview {
  const record = readRecord(backupPath(named, named.name))
  const { database } = named
  try {
    return {
      workspace: nameOf(database),
      changes: tableChanges(inspectCopy(database).fingerprint.tables, record?.tables ?? {}),
    }
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'busy') return { workspace: null, changes: null }
    throw error
  }
}

function nameOf(database: string): string {
  const folder = dirname(database)
  const root = basename(folder) === 'db' ? dirname(folder) : folder
  const opened = openWorkspace({ root, database }, { mode: 'read-only', busyTimeout: 1_000 })
  try {
    return opened.name
  } finally {
    opened.close()
  }
}
