import { mkdtempSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeWriter, type OutsideWriter, pythonWriter } from '../testing/outside-writer'
import { createStore } from './create-store'
import { readNewestEventId } from './read-events'
import { openStore, type Store } from './store'
import { watchStore } from './watcher'
import { whenFree } from './when-free'

const EVENT = sql`INSERT INTO session_events (raw_event) VALUES ('{}')`
let folder = ''
let store: Store
let stop = () => {}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cmos-watch-'))
  createStore(join(folder, 'cmos.sqlite'), { seededAt: '2026-01-01T00:00:00Z' })
})
afterEach(() => {
  stop()
  store.close()
  rmSync(folder, { recursive: true })
})

function open(journal: 'delete' | 'wal'): string {
  const path = join(folder, 'cmos.sqlite')
  const client = new Database(path)
  client.pragma(`journal_mode = ${journal}`)
  client.close()
  store = openStore(path, { mode: 'read-write', busyTimeout: 250 })
  return path
}

/** How many events the store holds each time a commit was told. */
function watchCounts(): { readonly counts: number[]; reaching(count: number): Promise<void> } {
  const counts: number[] = []
  const waiting: { readonly count: number; readonly resolve: () => void }[] = []
  stop = watchStore(store, {
    onCommit: async () => {
      const count = await whenFree(() => store.read(readNewestEventId))
      counts.push(count)
      for (const one of waiting) if (count >= one.count) one.resolve()
    },
    onReplaced: () => counts.push(-1),
  })
  return { counts, reaching: (count) => new Promise((resolve) => waiting.push({ count, resolve })) }
}

const writers: readonly (readonly [string, OutsideWriter])[] = [
  ['Node', nodeWriter],
  ...(pythonWriter === undefined ? [] : ([['Python', pythonWriter]] as const)),
]

describe.each(['delete', 'wal'] as const)('watching a store in %s mode', { timeout: 60_000 }, (journal) => {
  it.each(writers)('misses no commit of a %s process, and a burst of 200 ends up visible', async (_name, writer) => {
    const path = open(journal)
    const { counts, reaching } = watchCounts()
    const all = reaching(200)
    await writer(path, 200)
    await all
    expect(counts.at(-1)).toBe(200)
    expect(counts.length).toBeLessThanOrEqual(200)
  })

  it('says nothing of our own commits, and hears the next one of somebody else', async () => {
    const path = open(journal)
    const { counts, reaching } = watchCounts()
    store.write((tx) => tx.run(EVENT))
    store.write((tx) => tx.run(EVENT))
    const outside = reaching(3)
    await nodeWriter(path, 1)
    await outside
    expect(counts).toEqual([3])
  })
})

describe('watching a store', () => {
  it('tells that it was cut short, once, and leaves it alone from then on', async () => {
    const path = open('delete')
    let told = 0
    const heard = new Promise<void>((resolve) => {
      const onCommit = () => {
        told += 1
        resolve()
      }
      stop = watchStore(store, { onCommit, onReplaced: () => {} })
    })
    truncateSync(path, 8_192)
    await heard
    expect(store.capabilities).toMatchObject({ writable: false, readOnlyReason: expect.stringContaining('damaged') })
    expect(told).toBe(1)
  })

  it('hears of a commit that came between two of our own', async () => {
    const path = open('delete')
    const { reaching } = watchCounts()
    const all = reaching(2)
    store.write((tx) => tx.run(EVENT))
    await nodeWriter(path, 1)
    store.write((tx) => tx.run(EVENT))
    await all
  })

  it('says that the file was replaced, once', async () => {
    const path = open('delete')
    const replaced = new Promise<number>((resolve) => {
      let times = 0
      stop = watchStore(store, { onCommit: () => {}, onReplaced: () => resolve(++times) })
    })
    renameSync(path, join(folder, 'gone.sqlite'))
    expect(await replaced).toBe(1)
  })

  it('is silent after it was stopped', async () => {
    const path = open('delete')
    const { counts } = watchCounts()
    stop()
    await nodeWriter(path, 3)
    expect(counts).toEqual([])
  })
})
