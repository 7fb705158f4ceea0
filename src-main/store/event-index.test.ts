import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createStore } from './create-store'
import { createEventIndex } from './event-index'
import { readMissionEvents } from './read-mission-events'
import { readsOf } from './reads'
import { openStore, type Store } from './store'

let folder = ''
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cmos-events-'))
  createStore(join(folder, 'cmos.sqlite'), { seededAt: '2026-01-01T00:00:00Z' })
  store = openStore(join(folder, 'cmos.sqlite'), { mode: 'read-write', busyTimeout: 250 })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

function log(ts: string | null, agent: string | null, mission: string | null, action: string): void {
  store.write((tx) =>
    tx.run(
      sql`INSERT INTO session_events (ts, agent, mission, action, raw_event) VALUES (${ts}, ${agent}, ${mission}, ${action}, '{}')`,
    ),
  )
}

function logMany(count: number): void {
  store.write((tx) =>
    tx.run(sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
      INSERT INTO session_events (ts, agent, mission, action, raw_event)
      SELECT '2026-01-01T00:00:00Z', 'codex', 'M' || (i % 3), CASE i % 2 WHEN 0 THEN 'start' ELSE 'blocked' END, '{}' FROM n`),
  )
}

describe('the event index', () => {
  it('is complete at once for a short log', () => {
    log('2026-01-01T09:00:00Z', 'codex', 'A', 'start')
    const index = createEventIndex(store)
    index.catchUp()
    expect(index.complete).toBe(true)
    expect(index.timesOf('A').firstStart.raw).toBe('2026-01-01T09:00:00Z')
    expect(index.timesOf('B').last.at).toBeNull()
  })

  it('goes by instants, not by the order of the rows, and leaves words aside', () => {
    log('2026-01-01T09:00:00Z', 'codex', 'A', 'start')
    log('2026-01-01T09:00:00+02:00', 'codex', 'A', 'start')
    log('template', 'codex', 'A', 'start')
    const index = createEventIndex(store)
    index.catchUp()
    expect(index.timesOf('A').firstStart.raw).toBe('2026-01-01T09:00:00+02:00')
    expect(index.timesOf('A').last.raw).toBe('2026-01-01T09:00:00Z')
  })

  it('names who started a mission last, or else who spoke last', () => {
    log(null, 'codex', 'A', 'start')
    log(null, 'atlas', 'A', 'start')
    log(null, 'operator', 'A', 'unblock')
    log(null, 'wren', 'B', 'note')
    const index = createEventIndex(store)
    index.catchUp()
    expect([index.agentOf('A'), index.agentOf('B'), index.agentOf('C')]).toEqual(['atlas', 'wren', null])
  })

  it('takes in what is appended, newest first, and counts blocks in either spelling', () => {
    log(null, 'codex', 'A', 'blocked')
    const index = createEventIndex(store)
    index.catchUp()
    log(null, 'codex', 'A', 'block')
    log(null, 'codex', null, 'block')
    index.catchUp()
    expect(index.idsOf('A')).toEqual([2, 1])
    expect(index.timesBlocked('A')).toBe(2)
  })

  it('reads a long log to its end while events are appended', async () => {
    logMany(9_000)
    const index = createEventIndex(store)
    index.catchUp()
    expect(index.complete).toBe(false)
    log(null, 'codex', 'M1', 'start')
    index.catchUp()
    await index.whenComplete()
    expect([0, 1, 2].map((mission) => index.idsOf(`M${mission}`).length)).toEqual([3_000, 3_001, 3_000])
    expect(index.idsOf('M1')[0]).toBe(9_001)
  })

  it('starts again when rows are taken away', async () => {
    logMany(5_000)
    const index = createEventIndex(store)
    index.catchUp()
    store.write((tx) => tx.run(sql`DELETE FROM session_events WHERE id > 10`))
    index.catchUp()
    await index.whenComplete()
    expect(index.idsOf('M1')).toEqual([10, 7, 4, 1])
  })

  it('ends quietly when the store is closed under it', async () => {
    logMany(9_000)
    const index = createEventIndex(store)
    index.catchUp()
    store.close()
    await index.whenComplete()
    expect(index.complete).toBe(false)
  })

  it('answers the timeline of a mission before it is complete', async () => {
    logMany(9_000)
    const page = await readMissionEvents(readsOf(store), { id: 'M1', limit: 2 })
    expect(page.events.map((event) => event.id)).toEqual([8_998, 8_995])
    expect(page.more).toBe(true)
  })
})
