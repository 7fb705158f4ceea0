import { existsSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { overwriteStore } from '../../store/overwrite-store'
import { startChild } from '../../testing/child'
import { execute, rows, tempFolder, tempWorkspace } from '../../testing/temp-workspace'
import { backupFolder } from './backup-folder'
import { backupTasks } from './backup-task'
import { previewRestore } from './preview-restore'

const MISSIONS = "INSERT INTO missions (id, name, status) VALUES ('a', 'A', 'Queued'), ('b', 'B', 'Queued')"
const IDS = 'SELECT id FROM missions ORDER BY id'

function backedUp() {
  const { database } = tempWorkspace(MISSIONS)
  const place = { database, userData: tempFolder() }
  const { backup } = backupTasks.create(place)
  return { ...place, name: backup.name }
}

test('what was there before a restore is a backup itself, and comes back by restoring that', async () => {
  const named = backedUp()
  execute(named.database, "DELETE FROM missions WHERE id = 'a'")
  const receipt = await backupTasks.restore(named)
  expect(rows(named.database, IDS)).toEqual([{ id: 'a' }, { id: 'b' }])
  expect(receipt).toMatchObject({
    changes: [{ table: 'missions', before: 1, after: 2 }],
    quarantine: null,
    warnings: [],
  })
  await backupTasks.restore({ ...named, name: receipt.safety ?? '' })
  expect(rows(named.database, IDS)).toEqual([{ id: 'b' }])
})

test('a preview names what would change and changes nothing', () => {
  const named = backedUp()
  execute(named.database, "DELETE FROM missions WHERE id = 'a'")
  const before = readFileSync(named.database)
  expect(previewRestore(named).changes).toEqual([{ table: 'missions', before: 1, after: 2 }])
  expect(readFileSync(named.database).equals(before)).toBe(true)
})

test.each(['DELETE', 'WAL'])('a program with an open connection in %s mode sees the restored rows', async (mode) => {
  const named = backedUp()
  execute(named.database, `PRAGMA journal_mode = ${mode}`)
  const other = startChild(
    `
    const db = new Database(process.argv[1], { timeout: 5000 })
    const count = db.prepare('SELECT count(*) FROM missions').pluck()
    console.log(count.get())
    process.stdin.on('data', () => console.log(count.get()))
  `,
    { args: [named.database] },
  )
  expect(await other.line()).toBe('2')
  execute(named.database, 'DELETE FROM missions')
  other.say('?')
  expect(await other.line()).toBe('0')
  await backupTasks.restore(named)
  other.say('?')
  expect(await other.line()).toBe('2')
})

test('a program that holds the store is not run over: the restore is refused as busy', async () => {
  const named = backedUp()
  execute(named.database, "DELETE FROM missions WHERE id = 'a'")
  const holder = new Database(named.database)
  holder.exec('BEGIN IMMEDIATE')
  try {
    const good = join(backupFolder(named), named.name)
    await expect(overwriteStore(good, named.database, { patience: 100 })).rejects.toMatchObject({ code: 'busy' })
    expect(rows(named.database, IDS)).toEqual([{ id: 'b' }])
  } finally {
    holder.close()
  }
})

test.each(['DELETE', 'WAL'])(
  'what another program commits in %s mode while a restore waits for it is kept',
  async (mode) => {
    const named = backedUp()
    execute(named.database, `PRAGMA journal_mode = ${mode}`)
    const other = startChild(
      `
    const db = new Database(process.argv[1])
    db.exec("BEGIN IMMEDIATE; INSERT INTO missions (id, name, status) VALUES ('late', 'Late', 'Queued')")
    console.log('held')
    setTimeout(() => { db.exec('COMMIT'); console.log('committed') }, 1200)
  `,
      { args: [named.database] },
    )
    expect(await other.line()).toBe('held')
    const { safety } = await backupTasks.restore(named)
    expect(await other.line()).toBe('committed')
    expect(rows(named.database, IDS)).toEqual([{ id: 'a' }, { id: 'b' }])
    expect(rows(join(backupFolder(named), safety ?? ''), IDS)).toContainEqual({ id: 'late' })
  },
)

test('a removed store is put back in its place', async () => {
  const named = backedUp()
  rmSync(named.database)
  expect(await backupTasks.restore(named)).toMatchObject({ safety: null, quarantine: null })
  expect(rows(named.database, IDS)).toHaveLength(2)
})

test('a damaged store is restored, and its bytes are kept as they were', async () => {
  const named = backedUp()
  const broken = readFileSync(named.database)
  broken.fill(0xff, 4096)
  writeFileSync(named.database, broken)
  const { quarantine, safety } = await backupTasks.restore(named)
  expect(safety).toBeNull()
  expect(readFileSync(join(quarantine ?? '', 'cmos.sqlite')).equals(broken)).toBe(true)
  expect(rows(named.database, IDS)).toHaveLength(2)
})

test('a store cut short is restored', async () => {
  const named = backedUp()
  truncateSync(named.database, 8192)
  await backupTasks.restore(named)
  expect(rows(named.database, IDS)).toHaveLength(2)
})

test('an empty file is restored', async () => {
  const named = backedUp()
  truncateSync(named.database, 0)
  await backupTasks.restore(named)
  expect(rows(named.database, IDS)).toHaveLength(2)
})

test('a file that is no database at all is kept and left to its owner, who is told what to do', async () => {
  const named = backedUp()
  writeFileSync(named.database, 'this was a backlog once '.repeat(1_000))
  await expect(backupTasks.restore(named)).rejects.toMatchObject({
    code: 'corrupt',
    message: expect.stringMatching(/is kept in .*quarantine.*Move the file away/),
  })
  rmSync(named.database)
  await backupTasks.restore(named)
  expect(rows(named.database, IDS)).toHaveLength(2)
})

test('the log of another store beside a missing or a present one is never mixed in', async () => {
  const named = backedUp()
  writeFileSync(`${named.database}-wal`, Buffer.alloc(4_128, 1))
  await expect(backupTasks.restore(named)).rejects.toMatchObject({ code: 'corrupt' })
  rmSync(named.database)
  await expect(backupTasks.restore(named)).rejects.toThrow(/Move it away/)
  expect(existsSync(named.database)).toBe(false)
})

test('a store behind a link is neither backed up nor restored', async () => {
  const named = backedUp()
  const link = join(tempFolder(), 'cmos.sqlite')
  symlinkSync(named.database, link)
  expect(() => backupTasks.create({ ...named, database: link })).toThrow(/symbolic link/)
  await expect(backupTasks.restore({ ...named, database: link })).rejects.toMatchObject({ code: 'not_a_store' })
})
