import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBoard } from '../../store/read-board'
import { readNow } from '../../store/read-now'
import { readTriage } from '../../store/read-triage'
import { type Reads, readsOf } from '../../store/reads'
import { openStore, type Store } from '../../store/store'
import { checkDocumentReferences } from '../files/document-references'
import { isSampleWorkspace, type WorkspacePlace } from '../workspace'
import { sampleContent } from './sample-rows'
import { writeSample } from './write-sample'

const NOW = new Date('2026-11-22T18:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'cmos-sample-'))
let place: WorkspacePlace
let store: Store
let reads: Reads

beforeAll(() => {
  place = writeSample(join(folder, 'one'), NOW)
  store = openStore(place.database, { mode: 'read-write', busyTimeout: 250 })
  reads = readsOf(store)
})
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

describe('the sample workspace', () => {
  it('has something in every column and about sixty missions', () => {
    const board = readBoard(reads, '', NOW.getTime())
    expect(board.total).toBeGreaterThan(55)
    for (const { count } of board.columns) expect(count).toBeGreaterThan(0)
    expect(board.lanes.map((lane) => lane.sprintId)).toEqual(['sprint-3', 'sprint-4', 'sprint-2', 'sprint-1'])
    expect(board.lanes.map((lane) => lane.finished)).toEqual([false, false, true, true])
  })

  it('gives the operator something of each kind to do', () => {
    const now = readNow(reads, NOW.getTime())
    expect(new Set(now.needsYou.map((item) => item.kind))).toEqual(new Set(['blocked', 'review', 'stale']))
    expect(now.needsYou.filter((item) => item.kind === 'stale')).toHaveLength(1)
    expect(now.running.length).toBeGreaterThan(1)
    expect(now.sprint?.id).toBe('sprint-3')
  })

  it('has a block of every kind, one plain wait and one dead one', () => {
    const queue = (tab: 'people' | 'waits') =>
      readTriage(reads, { tab, order: 'score', offset: 0, limit: 50 }, NOW.getTime()).rows
    const kinds = [...queue('people'), ...queue('waits')].map((row) => row.card.block?.kind ?? 'review')
    expect(new Set(kinds)).toEqual(new Set(['person', 'access', 'transient', 'mission', 'review']))
    expect(queue('waits').map((row) => [row.card.id, row.dead])).toEqual(
      expect.arrayContaining([
        ['F3.13', false],
        ['F3.15', true],
      ]),
    )
    expect(queue('waits').filter((row) => row.dead)).toHaveLength(1)
    expect(queue('people').find((row) => row.card.id === 'F3.14')?.timesBlocked).toBe(2)
  })

  it('is the same for the same clock, and its dates never lie ahead of it', () => {
    expect(sampleContent(NOW.getTime())).toEqual(sampleContent(NOW.getTime()))
    for (const event of sampleContent(NOW.getTime()).events) {
      expect(Date.parse(event.ts ?? '')).toBeLessThanOrEqual(NOW.getTime())
    }
    for (const mission of sampleContent(NOW.getTime()).missions) {
      if (mission.completedAt) expect(Date.parse(mission.completedAt)).toBeLessThan(NOW.getTime())
    }
  })

  it('is marked as a sample and passes the document check', () => {
    expect(isSampleWorkspace(place)).toBe(true)
    expect(checkDocumentReferences(place.root)).toEqual([])
  })

  it('comes with thirty days of telemetry that are all JSON', () => {
    const lines = readFileSync(join(place.root, 'telemetry/events/database-health.jsonl'), 'utf8').trim().split('\n')
    const times = lines.map((line) => Date.parse(JSON.parse(line).ts))
    expect((Math.max(...times) - Math.min(...times)) / 86_400_000).toBeGreaterThan(29)
    const fallback = readFileSync(join(place.root, 'telemetry/events/F3.7.jsonl'), 'utf8').trim().split('\n').at(-1)
    expect(JSON.parse(fallback ?? '')).toMatchObject({ status: 'fallback', fallbackTriggered: true })
  })
})
