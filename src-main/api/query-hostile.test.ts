import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { contract, type Input, type Method, type Output } from '../contract/contract'
import { FIXTURE_NOW, writeGenerationStore } from '../testing/generation-store'
import { nodeWriter } from '../testing/outside-writer'
import { createDesk, type Desk } from './desk'

let folder = ''
let desk: Desk
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cmos-hostile-'))
  desk = createDesk({
    host: { chooseFolder: async () => null, openLink: async () => {}, userData: null },
    now: () => new Date(FIXTURE_NOW),
    watch: false,
  })
})
afterEach(() => {
  desk.close()
  rmSync(folder, { recursive: true })
})

async function ask<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await desk.call(method, input)
  if (!reply.ok) throw new Error(`${method}: ${reply.fault.code} ${reply.fault.message}`)
  const parsed = z.safeParse(contract[method].output, reply.value)
  if (!parsed.success) throw new Error(`${method}: ${z.prettifyError(parsed.error)}`)
  return reply.value as Output<M>
}

const ids = fc.constantFrom('A', 'B', 'C', '__proto__', 'constructor', 'PS-2025-11-13-001', ' ')
const anything = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.json(),
  fc.constantFrom(null, 7, -1.5, Buffer.from([0xff, 0]), '2025-11-08', 'template', '9999-12-31T00:00:00Z'),
)
const metadata = fc.oneof(
  anything,
  fc
    .record({
      started_at: fc.jsonValue(),
      blocked_at: fc.jsonValue(),
      blocked_needs: fc.jsonValue(),
      blocked_needs_met: fc.jsonValue(),
      block_history: fc.jsonValue(),
      notes_history: fc.jsonValue(),
      completion_history: fc.jsonValue(),
      orchestration: fc.jsonValue(),
      metadata: fc.jsonValue(),
    })
    .map((value) => JSON.stringify(value)),
)
const status = fc.constantFrom('Queued', 'Current', 'In Progress', 'Blocked', 'Completed', 'Archived', 'Dropped', '')
const rows = fc.record({
  missions: fc.uniqueArray(
    fc.record({ id: ids, status, name: anything, completed: anything, notes: anything, metadata }),
    {
      selector: (mission) => mission.id,
    },
  ),
  edges: fc.uniqueArray(fc.record({ from: ids, to: ids, type: fc.constantFrom('Blocks', 'requires', 'Relates', '') }), {
    selector: (edge) => `${edge.from}>${edge.to}`,
  }),
  events: fc.array(
    fc.record({ ts: anything, mission: ids, action: fc.constantFrom('start', 'blocked', null), raw: anything }),
  ),
})

type Stored = typeof rows extends fc.Arbitrary<infer T> ? T : never

function replaceRows(path: string, stored: Stored): void {
  const client = new Database(path)
  client.pragma('foreign_keys = OFF')
  client.transaction(() => {
    client.exec('DELETE FROM mission_dependencies; DELETE FROM missions; DELETE FROM session_events')
    const mission = client.prepare(
      'INSERT INTO missions (id, sprint_id, name, status, completed_at, notes, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    for (const row of stored.missions) {
      mission.run(row.id, 'gone', row.name ?? '', row.status, row.completed, row.notes, row.metadata)
    }
    const edge = client.prepare('INSERT INTO mission_dependencies VALUES (?, ?, ?)')
    for (const row of stored.edges) edge.run(row.from, row.to, row.type)
    const event = client.prepare('INSERT INTO session_events (ts, mission, action, raw_event) VALUES (?, ?, ?, ?)')
    for (const row of stored.events) event.run(row.ts, row.mission, row.action, row.raw ?? '')
  })()
  client.close()
}

describe('whatever other programs stored', () => {
  it('every query answers, within the contract', { timeout: 60_000 }, async () => {
    const path = writeGenerationStore(folder, 'v1')
    await desk.openPath(folder)
    await fc.assert(
      fc.asyncProperty(rows, async (stored) => {
        replaceRows(path, stored)
        const board = await ask('missions.board', { filter: '' })
        expect(board.total).toBe(stored.missions.length)
        for (const { column, count } of board.columns) {
          const page = await ask('missions.cards', { filter: '', column, offset: 0, limit: 100 })
          expect(page.cards).toHaveLength(count)
        }
        for (const { id } of stored.missions) {
          await ask('missions.detail', { id })
          await ask('missions.events', { id, limit: 50 })
          expect(await ask('missions.locate', { filter: '', id })).not.toBeNull()
        }
        await ask('now.overview', {})
        await ask('triage.queue', { tab: 'people', order: 'score', offset: 0, limit: 50 })
        await ask('triage.queue', { tab: 'waits', order: 'held', offset: 0, limit: 50 })
        await ask('missions.next', {})
        await ask('sprints.list', {})
      }),
      { numRuns: 60 },
    )
  })
})

describe.each(['delete', 'wal'] as const)('while another program writes in %s mode', (journal) => {
  it('every answer is whole, and the last one shows everything', { timeout: 60_000 }, async () => {
    const path = writeGenerationStore(folder, 'v1', { journal })
    await desk.openPath(dirname(dirname(path)))
    let writing = true
    const writer = nodeWriter(path, 300).finally(() => {
      writing = false
    })
    while (writing) {
      const board = await ask('missions.board', { filter: '' })
      expect(board.columns.reduce((sum, { count }) => sum + count, 0)).toBe(board.total)
      await ask('now.overview', {})
      await new Promise((resolve) => setImmediate(resolve))
    }
    await writer
    const events = await ask('missions.events', { id: 'M-299', limit: 5 })
    expect(events.events).toHaveLength(1)
  })
})
