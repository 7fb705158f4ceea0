import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BIG_NOW, writeBigStore } from '../testing/big-store'
import { longestTurn, type Measured, measure, measuredText } from '../testing/measure'
import { prepareLists } from './mission-lists'
import { readBoard } from './read-board'
import { locateMission, readCards } from './read-cards'
import { readDependenciesOf, readDependencyBatch } from './read-dependencies'
import { readMissionDetail } from './read-detail'
import { readEventKeys, readEventsById, readEventsOfMission } from './read-events'
import { readMissionEvents } from './read-mission-events'
import { readMissionBatch, readMissionsByRow } from './read-missions'
import { readNow } from './read-now'
import { searchMissions } from './read-search'
import { listSprints } from './read-sprint-list'
import { readTriage } from './read-triage'
import { type Reads, readsOf } from './reads'
import { openStore, type Store } from './store'
import { inLine } from './strides'

const MISSIONS = 10_000
const folder = mkdtempSync(join(tmpdir(), 'cmos-big-'))
const results: Measured[] = []
let store: Store
let reads: Reads
beforeAll(() => {
  store = openStore(writeBigStore(folder, MISSIONS), { mode: 'read-write', busyTimeout: 250 })
  reads = readsOf(store)
})
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true })
  console.log(measuredText(results))
})

describe('a store of 10,000 missions and 50,000 events without an index of ours', () => {
  it('has its event log indexed between turns of the event loop', async () => {
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 0)
    const started = performance.now()
    reads.events.catchUp()
    expect(reads.events.complete).toBe(false)
    await reads.events.whenComplete()
    clearInterval(ticking)
    results.push({ name: 'event index, 50,000 events', median: performance.now() - started, worst: 0, runs: 1 })
    expect(reads.events.complete).toBe(true)
    expect(turns).toBeGreaterThan(3)
    expect(reads.events.idsOf('M100.100')).toHaveLength(5)
    expect(reads.events.timesBlocked('M1.1')).toBe(1)
  })

  it('counts, pages and locates every mission', async () => {
    const board = readBoard(reads, '', BIG_NOW)
    expect(board.columns.map(({ count }) => count)).toEqual([4000, 500, 500, 1000, 4000, 0])
    const page = readCards(reads, { filter: '', column: 'Completed', offset: 3_900, limit: 200 }, BIG_NOW)
    expect([page.cards.length, page.count]).toEqual([100, 4000])
    const last = page.cards.at(-1)
    expect(locateMission(reads, { filter: '', id: last?.id ?? '' }, BIG_NOW)).toMatchObject({
      column: 'Completed',
      index: 3_999,
    })
  })

  it('answers in times worth printing', async () => {
    const fresh = () => store.write((tx) => tx.run(sql`UPDATE missions SET notes = 'x' WHERE id = 'M1.1'`))
    const read = <T>(run: (reader: Parameters<Parameters<Store['read']>[0]>[0]) => T) => store.read(run)
    const rows = Array.from({ length: 200 }, (_, index) => index * 40 + 1)
    const cards = (filter: string) => readCards(reads, { filter, column: 'Blocked', offset: 0, limit: 100 }, BIG_NOW)
    const measured = [
      await measure('statement: 2,000 missions', () => read((reader) => readMissionBatch(reader, store.capabilities))),
      await measure('statement: 2,000 dependencies', () => read((reader) => readDependencyBatch(reader))),
      await measure('statement: 200 whole missions', () =>
        read((reader) => readMissionsByRow(reader, store.capabilities, rows)),
      ),
      await measure('statement: dependencies of a mission', () =>
        read((reader) => readDependenciesOf(reader, 'M50.50')),
      ),
      await measure('statement: 2,000 event keys', () =>
        read((reader) => readEventKeys(reader, 'older', 40_000, 2_000)),
      ),
      await measure('statement: 50 events by id', () => read((reader) => readEventsById(reader, rows.slice(0, 50)))),
      await measure('statement: events of a mission, no index', () =>
        read((reader) => readEventsOfMission(reader, 'M50.50', undefined, 51)),
      ),
      await measure('board after a commit', () => {
        fresh()
        return readBoard(reads, '', BIG_NOW)
      }),
      await longestTurn('  the longest turn of it, read in turns', async () => {
        fresh()
        const read = await reads.upToDate()
        await prepareLists(read.surroundings(BIG_NOW), '')
        await listSprints.inTurns(read.surroundings(BIG_NOW))
        await inLine(() => readBoard(read, '', BIG_NOW))
      }),
      await measure('board again', () => readBoard(reads, '', BIG_NOW)),
      await measure('board, a new filter', () => readBoard(reads, `kind:person agent:codex ${Math.random()}`, BIG_NOW)),
      await measure('100 cards again', () => cards('')),
      await measure('detail', () => readMissionDetail(reads, 'M50.50', BIG_NOW)),
      await measure('timeline of a mission', () => readMissionEvents(reads, { id: 'M50.50', limit: 50 })),
      await measure('search', () => searchMissions(reads, { text: 'scheduler 99', limit: 40 }, BIG_NOW)),
      await measure('search in all texts, few hits', () =>
        searchMissions(reads, { text: 'reason 99', limit: 40, texts: true }, BIG_NOW),
      ),
      await measure('search in all texts, a word of every one', () =>
        searchMissions(reads, { text: 'agents description', limit: 40, texts: true }, BIG_NOW),
      ),
      await longestTurn('  the longest turn of it', () =>
        searchMissions(reads, { text: 'agents description', limit: 40, texts: true }, BIG_NOW),
      ),
      await longestTurn('board, a new word of every text, longest turn', async () => {
        fresh()
        const read = await reads.upToDate()
        await prepareLists(read.surroundings(BIG_NOW), 'agents')
        await inLine(() => readBoard(read, 'agents', BIG_NOW))
      }),
      await measure('triage queue, 1,000 blocked', () =>
        readTriage(reads, { tab: 'people', order: 'score', offset: 0, limit: 100 }, BIG_NOW),
      ),
      await measure('now', () => readNow(reads, BIG_NOW)),
    ]
    results.push(...measured)
    expect(measured.every(({ median }) => median > 0)).toBe(true)
  }, 30_000)
})
