import { existsSync } from 'node:fs'
import { type MissionDifference, type RestorePreview, tableChanges } from '../../domain/backup'
import { DomainError } from '../../domain/fault'
import { inspectCopy } from '../../store/copy-store'
import { type MissionState, readMissionStates } from '../../store/mission-statuses'
import { backupPath } from './backup-folder'
import { readRecord } from './backup-record'
import type { NamedBackup } from './backup-task'

const MOST_MISSIONS = 200

/**
 * What a restore would do to the store: the tables whose number of rows would change, and the missions that would come
 * back, go, or stand elsewhere. It changes nothing; call it where this process has no connection to the store.
 */
export function compareBackup(named: NamedBackup): RestorePreview {
  const path = backupPath(named, named.name)
  const record = readRecord(path)
  if (record === null) {
    const sentence = `The backup ${named.name} has no record, so it was never finished and cannot be restored. Choose another one.`
    throw new DomainError('corrupt', sentence, { name: named.name })
  }
  const base = { name: named.name, takenAt: record.takenAt, changes: [], missions: [], missionsTotal: 0 }
  if (!existsSync(named.database)) return { ...base, store: 'missing' }
  try {
    const tables = inspectCopy(named.database).fingerprint.tables
    const missions = differencesOf(readMissionStates(named.database), readMissionStates(path))
    return {
      ...base,
      store: 'readable',
      changes: tableChanges(tables, record.tables).filter(({ table }) => !table.startsWith('sqlite_')),
      missions: missions.slice(0, MOST_MISSIONS),
      missionsTotal: missions.length,
    }
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'busy') return { ...base, store: 'unreadable' }
    throw error
  }
}

function differencesOf(
  now: ReadonlyMap<string, MissionState>,
  then: ReadonlyMap<string, MissionState>,
): MissionDifference[] {
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((id) => {
    const [before, after] = [now.get(id), then.get(id)]
    if (before?.status === after?.status) return []
    return [
      { id, name: after?.name ?? before?.name ?? '', before: before?.status ?? null, after: after?.status ?? null },
    ]
  })
}
