import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DomainError } from '../domain/fault'
import { startChild } from '../testing/child'
import { execute, tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { createStore } from './create-store'
import { openStore, type Store } from './store'

const MISSION = "INSERT INTO missions (id, name, status) VALUES ('H1', 'One', 'Queued');"

function open(path: string, mode: 'read-write' | 'read-only' = 'read-write', busyTimeout = 200): Store {
  const store = openStore(path, { mode, busyTimeout })
  onTestFinished(() => store.close())
  return store
}

function refusal(run: () => unknown): DomainError {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('It was not refused')
}

const count = (store: Store) =>
  store.read((reader) => reader.all<{ n: number }>(sql`SELECT count(*) AS n FROM missions`)[0]?.n)
const rename = (store: Store) => store.write((tx) => tx.run(sql`UPDATE missions SET name = 'Two'`).changes)

describe('opening and looking', () => {
  test('changes no byte of the store and leaves nothing beside it', () => {
    const { database } = tempWorkspace(MISSION)
    const before = createHash('sha256').update(readFileSync(database)).digest('hex')
    const store = openStore(database, { mode: 'read-write', busyTimeout: 200 })
    expect(count(store)).toBe(1)
    store.close()
    expect(createHash('sha256').update(readFileSync(database)).digest('hex')).toBe(before)
    expect(() => readFileSync(`${database}-journal`)).toThrow()
  })

  test('uses the settings under which nothing acknowledged is lost', () => {
    const store = open(tempWorkspace().database)
    const pragma = (name: string) =>
      store.read((reader) => Object.values(reader.get<Record<string, unknown>>(sql.raw(`PRAGMA ${name}`)) ?? {})[0])
    expect(
      ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'temp_store'].map(pragma),
    ).toEqual(['delete', 3, 1, 0, 1, 2])
  })

  test('leaves a write-ahead log as found, makes it durable and warns', () => {
    const { database } = tempWorkspace(MISSION)
    execute(database, 'PRAGMA journal_mode = WAL')
    const store = open(database)
    expect(store.journalMode).toBe('wal')
    expect(store.capabilities.warnings[0]).toMatch(/write-ahead log/)
    expect(store.read((reader) => reader.get(sql`PRAGMA synchronous`))).toEqual({ synchronous: 2 })
  })

  test('for reading only refuses to write, in SQLite and before it', () => {
    const store = open(tempWorkspace(MISSION).database, 'read-only')
    expect(refusal(() => rename(store)).code).toBe('read_only')
    expect(() => store.read((reader) => reader.all(sql`UPDATE missions SET name = 'Two' RETURNING id`))).toThrow()
    expect(count(store)).toBe(1)
  })
})

describe('what is no store is refused by name and left alone', () => {
  test.each([
    ['nothing there', 'not_a_store', (_path: string) => {}],
    ['an empty file', 'not_a_store', (path: string) => writeFileSync(path, '')],
    ['a folder', 'not_a_store', (path: string) => mkdirSync(path)],
    ['a text file', 'corrupt', (path: string) => writeFileSync(path, 'just some text, and more of it')],
    ['a few bytes', 'corrupt', (path: string) => writeFileSync(path, 'SQLite')],
    [
      'another database',
      'not_a_store',
      (path: string) => execute(path, 'CREATE TABLE shopping (id TEXT); CREATE TABLE missions (id TEXT)'),
    ],
    [
      'a store of a newer SQLite',
      'corrupt',
      (path: string) => {
        createStore(path, { seededAt: '' })
        const bytes = readFileSync(path)
        bytes[18] = 3
        bytes[19] = 3
        writeFileSync(path, bytes)
      },
    ],
    [
      'half of a store',
      'corrupt',
      (path: string) => {
        createStore(path, { seededAt: '' })
        truncateSync(path, 3_000)
      },
    ],
    [
      'a store whose first page is gone',
      'corrupt',
      (path: string) => {
        createStore(path, { seededAt: '' })
        const bytes = readFileSync(path)
        bytes.fill(7, 100, 4_000)
        writeFileSync(path, bytes)
      },
    ],
  ])('%s', (_name, code, make) => {
    const path = join(tempFolder(), 'cmos.sqlite')
    make(path)
    const fault = refusal(() => open(path))
    expect(fault.code).toBe(code)
    expect(fault.message).toContain(path)
    expect(fault.message.trim()).toMatch(/\.$/)
  })

  test('a link to a store', () => {
    const { database } = tempWorkspace()
    const link = join(tempFolder(), 'cmos.sqlite')
    symlinkSync(database, link)
    expect(refusal(() => open(link)).message).toMatch(/symbolic link/)
  })

  test('a log that belongs to another store is not replayed over this one', () => {
    const { database } = tempWorkspace(MISSION)
    writeFileSync(`${database}-wal`, 'left behind')
    expect(refusal(() => open(database)).message).toMatch(/does not belong to it/)
    expect(readFileSync(`${database}-wal`, 'utf8')).toBe('left behind')
  })
})

describe('what could act on a write opens for reading only', () => {
  test.each([
    ['a trigger', 'CREATE TRIGGER evil AFTER UPDATE ON missions BEGIN DELETE FROM missions; END'],
    [
      'a trigger that only looks like full-text search',
      'CREATE TABLE missions_fts (x); CREATE TRIGGER missions_fts_ai AFTER UPDATE ON missions BEGIN INSERT INTO missions_fts VALUES (1); END',
    ],
    ['a view', 'CREATE VIEW mine AS SELECT 1'],
  ])('%s nobody knows', (_name, statement) => {
    const { database } = tempWorkspace(MISSION + statement)
    const store = open(database)
    expect(store.capabilities.writable).toBe(false)
    expect(store.capabilities.readOnlyReason).toMatch(/no known CMOS version creates/)
    expect(refusal(() => rename(store)).code).toBe('read_only')
    expect(count(store)).toBe(1)
  })

  test.runIf(process.getuid?.() === 0).each([
    ['file', (database: string) => chmodSync(database, 0o444)],
    ['folder', (database: string) => chmodSync(join(database, '..'), 0o555)],
  ])('a %s somebody may not write', async (_name, protect) => {
    const { project, database } = tempWorkspace(MISSION)
    for (const path of [project, join(project, 'cmos'), join(project, 'cmos', 'db'), database]) chmodSync(path, 0o777)
    protect(database)
    const answer = await asSomebodyElse(database)
    expect(answer).toMatchObject({ missions: 1, writable: false, code: 'read_only' })
    expect(answer.reason).toMatch(/may not write/)
  })
})

/** Opens the store as an unprivileged user, in a process of its own. */
async function asSomebodyElse(database: string): Promise<Record<string, unknown>> {
  const { bundleForChild } = await import('../testing/bundle-for-child')
  const module = await bundleForChild('src-main/testing/open-as-other.ts')
  const child = startChild(
    `import(${JSON.stringify(module)}).then((m) => console.log(JSON.stringify(m.look(process.argv.at(-1)))))`,
    {
      uid: 65_534,
      args: [database],
    },
  )
  return JSON.parse(await child.line())
}
