import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faultOf } from '../../testing/fault-of'
import { execute, tempFolder, tempWorkspace } from '../../testing/temp-workspace'
import { backupFolder } from './backup-folder'
import { recordPath } from './backup-record'
import { backupTasks } from './backup-task'
import { compareBackup } from './compare-backup'

const MISSIONS =
  "INSERT INTO missions (id, name, status) VALUES ('a', 'A', 'Queued'), ('b', 'B', 'Queued'), ('c', 'C', 'Queued')"

function backedUp() {
  const { database } = tempWorkspace(MISSIONS)
  const place = { database, userData: tempFolder() }
  const { backup } = backupTasks.create(place)
  return { ...place, name: backup.name }
}

test('a comparison names tables and missions, and changes nothing', () => {
  const named = backedUp()
  execute(
    named.database,
    "DELETE FROM missions WHERE id = 'a'; UPDATE missions SET status = 'Blocked' WHERE id = 'b'; INSERT INTO missions (id, name, status) VALUES ('n', 'New', 'Current'), ('m', 'More', 'Queued')",
  )
  const before = readFileSync(named.database)
  expect(compareBackup(named)).toMatchObject({
    store: 'readable',
    changes: [{ table: 'missions', before: 4, after: 3 }],
    missions: [
      { id: 'a', name: 'A', before: null, after: 'Queued' },
      { id: 'b', name: 'B', before: 'Blocked', after: 'Queued' },
      { id: 'n', name: 'New', before: 'Current', after: null },
      { id: 'm', name: 'More', before: 'Queued', after: null },
    ],
    missionsTotal: 4,
  })
  expect(readFileSync(named.database).equals(before)).toBe(true)
})

test('of a store that is missing or no store any more it says only that', () => {
  const named = backedUp()
  writeFileSync(named.database, 'not a database at all, but long enough to be taken for one'.repeat(40))
  expect(compareBackup(named)).toMatchObject({ store: 'unreadable', changes: [], missionsTotal: 0 })
  rmSync(named.database)
  expect(compareBackup(named)).toMatchObject({ store: 'missing' })
})

test('a backup that was never finished is refused', () => {
  const named = backedUp()
  rmSync(recordPath(join(backupFolder(named), named.name)))
  expect(faultOf(() => compareBackup(named)).code).toBe('corrupt')
})
