import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DomainError } from '../domain/fault'
import { startChild } from '../testing/child'
import { execute, rows, tempWorkspace } from '../testing/temp-workspace'
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
