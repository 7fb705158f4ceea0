import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DomainError } from '../domain/fault'
import { startChild } from '../testing/child'
import { execute, rows, tempFolder, tempWorkspace } from '../testing/temp-workspace'
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
    expect(() => store.read((reader) => reader.run(sql`UPDATE missions SET name = 'Two'`))).toThrow()
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

describe('beside other programs', () => {
  const HOLD =
    'const db = new Database(process.argv.at(-1)); db.exec("BEGIN IMMEDIATE; UPDATE missions SET name = name"); console.log("held"); process.stdin.once("data", () => { db.exec("COMMIT"); console.log("free") })'

  test('a lock held longer than the patience is said, and nothing is written', async () => {
    const { database } = tempWorkspace(MISSION)
    const store = open(database, 'read-write', 50)
    const other = startChild(HOLD, { args: [database] })
    expect(await other.line()).toBe('held')
    const fault = refusal(() => rename(store))
    expect(fault.code).toBe('busy')
    expect(fault.message).toContain(database)
    other.say('let go')
    expect(await other.line()).toBe('free')
    expect(rename(store)).toBe(1)
    expect(rows(database, 'SELECT name FROM missions')).toEqual([{ name: 'Two' }])
  })

  test.each(['DELETE', 'WAL'])(
    'in %s mode a store that was replaced is not written through to its ghost',
    (journal) => {
      const { database } = tempWorkspace(`PRAGMA journal_mode = ${journal}; ${MISSION}`)
      const store = open(database)
      rmSync(database)
      createStore(database, { seededAt: '' })
      expect(store.isReplaced()).toBe(true)
      expect(refusal(() => rename(store)).code).toBe('store_replaced')
      expect(rows(database, 'SELECT * FROM missions')).toEqual([])
    },
  )

  test('a store that was removed is said to be', () => {
    const { database } = tempWorkspace(MISSION)
    const store = open(database)
    rmSync(database)
    expect(refusal(() => rename(store)).code).toBe('store_replaced')
  })

  test('their commits move the data version, ours do not', () => {
    const { database } = tempWorkspace(MISSION)
    const store = open(database)
    const before = store.dataVersion()
    rename(store)
    expect(store.dataVersion()).toBe(before)
    execute(database, "UPDATE missions SET name = 'Theirs'")
    expect(store.dataVersion()).not.toBe(before)
  })
})

describe('a store that changes while it is open', () => {
  test('is not written once an unknown trigger is in it', () => {
    const { database } = tempWorkspace(MISSION)
    const store = open(database)
    execute(database, 'CREATE TRIGGER evil AFTER UPDATE ON missions BEGIN DELETE FROM missions; END')
    expect(refusal(() => rename(store)).code).toBe('read_only')
    expect(store.capabilities.readOnlyReason).toMatch(/evil/)
    execute(database, 'DROP TRIGGER evil')
    store.dataVersion()
    expect(rename(store)).toBe(1)
  })

  test('shows what newer tables can hold', () => {
    const { database } = tempWorkspace(MISSION)
    const store = open(database)
    execute(database, 'ALTER TABLE missions ADD COLUMN objective TEXT')
    store.dataVersion()
    expect(store.capabilities.has('missions', 'objective')).toBe(true)
  })

  test.each(['DELETE', 'WAL'])('in %s mode is only read once damage was met', (journal) => {
    const { database } = tempWorkspace(`PRAGMA journal_mode = ${journal}; ${MISSION}`)
    const [page] = rows(database, "SELECT rootpage FROM sqlite_master WHERE name = 'session_events'") as {
      rootpage: number
    }[]
    damagePage(database, page?.rootpage ?? 0)
    const store = open(database)
    expect(count(store)).toBe(1)
    expect(refusal(() => store.read((reader) => reader.all(sql`SELECT * FROM session_events`))).code).toBe('corrupt')
    expect(refusal(() => rename(store)).code).toBe('read_only')
    expect(store.capabilities.readOnlyReason).toMatch(/damaged/)
  })
})

/** Overwrites one page, as a failing disk would. */
function damagePage(database: string, page: number): void {
  const bytes = readFileSync(database)
  const size = bytes.readUInt16BE(16)
  bytes.fill(0xaa, (page - 1) * size, page * size)
  writeFileSync(database, bytes)
}

describe('a transaction', () => {
  test('that fails changes nothing and leaves the store usable', () => {
    const { database } = tempWorkspace(MISSION)
    const store = open(database)
    expect(() =>
      store.write((tx) => {
        tx.run(sql`UPDATE missions SET name = 'Two'`)
        throw new DomainError('conflict', 'no')
      }),
    ).toThrow('no')
    expect(rows(database, 'SELECT name FROM missions')).toEqual([{ name: 'One' }])
    expect(rename(store)).toBe(1)
  })

  test('on a full disk is rolled back and said, and goes on when there is room', () => {
    const { database } = tempWorkspace(MISSION)
    const store = open(database)
    const limit = (pages: number) => store.read((reader) => reader.get(sql.raw(`PRAGMA max_page_count = ${pages}`)))
    limit(1)
    const big = 'x'.repeat(100_000)
    const grow = () => store.write((tx) => tx.run(sql`UPDATE missions SET notes = ${big}`).changes)
    expect(refusal(grow).code).toBe('disk_full')
    expect(count(store)).toBe(1)
    limit(1_000_000)
    expect(grow()).toBe(1)
  })
})
