import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { GENERATIONS } from '../../testing/generation-schema'
import { writeGenerationStore } from '../../testing/generation-store'
import { execute, rows, tempFolder, tempWorkspace } from '../../testing/temp-workspace'
import { backupFolder } from './backup-folder'
import { backupTasks } from './backup-task'
import { createBackup } from './create-backup'
import { listBackups } from './list-backups'

const MISSIONS =
  "INSERT INTO missions (id, name, status) VALUES ('a', 'A', 'Queued'), ('b', 'B', 'Queued'), ('c', 'C', 'Queued')"

function backedUp(sql = MISSIONS) {
  const { database } = tempWorkspace(sql)
  const place = { database, userData: tempFolder() }
  const { backup } = backupTasks.create(place)
  return { ...place, name: backup.name, file: join(backupFolder(place), backup.name) }
}

/** Every row of every table with its place, so that nothing can differ unseen. */
function everything(file: string): unknown {
  const client = new Database(file, { readonly: true })
  try {
    const tables = client
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
      .pluck()
      .all() as string[]
    const schema = client.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all()
    return [schema, tables.map((table) => [table, client.prepare(`SELECT * FROM "${table}"`).raw().all()])]
  } finally {
    client.close()
  }
}

test('a backup is a file for its owner alone, outside the workspace, and counts as verified', () => {
  const { database, userData, file, name } = backedUp()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(file.startsWith(userData)).toBe(true)
  expect(readdirSync(join(database, '..')).filter((entry) => entry.startsWith('cmos'))).toEqual(['cmos.sqlite'])
  expect(listBackups({ database, userData })).toMatchObject([{ name, verified: true, tables: { missions: 3 } }])
  expect(readdirSync(join(file, '..')).filter((entry) => entry.endsWith('.draft'))).toEqual([])
})

test('making a backup changes no byte of the store', () => {
  const { database } = tempWorkspace(MISSIONS)
  const before = readFileSync(database)
  backupTasks.create({ database, userData: tempFolder() })
  expect(readFileSync(database).equals(before)).toBe(true)
})

test('the queue keeps its order and its gaps', () => {
  const { database, userData, name, file } = backedUp(
    `${MISSIONS}; DELETE FROM missions WHERE id = 'b'; UPDATE missions SET rowid = 9 WHERE id = 'a'`,
  )
  const order = 'SELECT rowid, id FROM missions ORDER BY rowid'
  expect(rows(file, order)).toEqual(rows(database, order))
  execute(database, 'DELETE FROM missions')
  return backupTasks.restore({ database, userData, name }).then(() => {
    expect(rows(database, order)).toEqual([
      { rowid: 3, id: 'c' },
      { rowid: 9, id: 'a' },
    ])
  })
})

test.each(GENERATIONS)('a store of generation %s comes back as it was', async (generation) => {
  const database = writeGenerationStore(tempFolder(), generation)
  const place = { database, userData: tempFolder() }
  const before = everything(database)
  const { backup } = backupTasks.create(place)
  execute(
    database,
    'PRAGMA foreign_keys = OFF; DELETE FROM missions; DELETE FROM session_events; CREATE TABLE stray (x)',
  )
  const receipt = await backupTasks.restore({ ...place, name: backup.name })
  expect(everything(database)).toEqual(before)
  expect(receipt.changes.map(({ table }) => table)).toContain('stray')
})

test('without twice the space a backup is refused and nothing is written', () => {
  const { database } = tempWorkspace(MISSIONS)
  const place = { database, userData: tempFolder() }
  const size = statSync(database).size
  const order = { ...place, reason: 'asked', now: new Date() } as const
  expect(() => createBackup({ ...order, freeBytes: () => 2 * size - 1 })).toThrow(/needs .* MB free/)
  expect(readdirSync(backupFolder(place))).toEqual([])
  expect(createBackup({ ...order, freeBytes: () => 2 * size }).verified).toBe(true)
})

test('a backup with one changed byte is found out, no longer counts, and is not restored', async () => {
  const { file, ...named } = backedUp()
  const bytes = readFileSync(file)
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
  writeFileSync(file, bytes)
  expect(backupTasks.verify(named)).toMatchObject({ ok: false, problems: [expect.stringContaining('SHA-256')] })
  expect(listBackups(named)).toMatchObject([{ verified: false }])
  await expect(backupTasks.restore(named)).rejects.toMatchObject({ code: 'corrupt' })
})

test('a file without a record is listed as not verified and is never removed by the rule', () => {
  const { file, database, userData } = backedUp()
  const stray = join(file, '..', 'cmos-20200101T000000000Z.sqlite')
  writeFileSync(stray, 'half a backup')
  const { removed } = backupTasks.create({ database, userData })
  expect(removed).toEqual([])
  expect(listBackups({ database, userData }).filter(({ verified }) => !verified)).toHaveLength(1)
  expect(existsSync(stray)).toBe(true)
})

test('the fourth backup of a day lets the first one go', () => {
  const { database } = tempWorkspace()
  const place = { database, userData: tempFolder() }
  const times = [1, 2, 3, 4].map((hour) => new Date(Date.UTC(2026, 0, 15, hour)))
  const made = times.map((now) => backupTasks.create(place, now))
  expect(made.map(({ removed }) => removed)).toEqual([[], [], [], [made[0]?.backup.name]])
  expect(readdirSync(backupFolder(place))).toHaveLength(6)
})

test('a name that is no backup reads nothing outside the folder', () => {
  const { file: _file, ...named } = backedUp()
  for (const name of ['../../../etc/passwd', named.database, '', 'cmos-20200101T000000000Z.sqlite']) {
    expect(() => backupTasks.verify({ ...named, name })).toThrow(/There is no backup/)
  }
})

test('a folder with no backups is not created by looking', () => {
  const userData = tempFolder()
  expect(listBackups({ database: tempWorkspace().database, userData })).toEqual([])
  expect(readdirSync(userData)).toEqual([])
  rmSync(userData, { recursive: true })
})
