import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { eventDeed } from '../../domain/stored-event'
import { EVERYTHING, type TimelineEvent, type TimelineFilter } from '../../domain/timeline/timeline'
import { openIndex } from '../../store/index/index-database'
import { openStore } from '../../store/store'
import { writeManyEvents } from '../../testing/million-events'
import { execute, tempFolder, tempWorkspace } from '../../testing/temp-workspace'
import { unwatched } from '../job'
import type { AnalysisScope } from './analysis-scope'
import { readAllEvents } from './feed-timeline'
import { timelineCounts, timelineDensity } from './timeline-density'
import { timelineFacets } from './timeline-facets'
import { timelinePage, timelineRecord } from './timeline-page'

const DAYS = 12
const UNTIL = Date.UTC(2026, 5, 13)
const FROM = UNTIL - DAYS * 86_400_000
const EVENTS = 4_000

/** A log as agents leave it behind, all of it in the index. */
function readLog(events = EVENTS): AnalysisScope {
  const { root, database } = tempWorkspace()
  writeManyEvents(database, { events, days: DAYS, until: UNTIL })
  execute(database, "UPDATE session_events SET ts = '2199-01-01' WHERE id % 997 = 0")
  const place = { root, database, userData: tempFolder() }
  const store = openStore(database, { mode: 'read-only', busyTimeout: 2_000 })
  const index = openIndex(place)
  onTestFinished(() => {
    index.close()
    store.close()
  })
  const scope = { ...place, store, index, reading: { paused: false } }
  readAllEvents(scope, unwatched)
  return scope
}

/** Every event, page by page. */
function pages(scope: AnalysisScope, filter: TimelineFilter, limit = 500): TimelineEvent[] {
  const found: TimelineEvent[] = []
  for (let before: string | null | undefined; before !== null; ) {
    const page = timelinePage(scope, { filter, limit, ...(before ? { before } : {}) })
    found.push(...page.events)
    before = page.older
  }
  return found
}

/** The events that fit, found by looking at each. */
function fitting(all: readonly TimelineEvent[], { range, text, missions, agents, actions, statuses }: TimelineFilter) {
  const has = (list: readonly string[], value: string | null | undefined) =>
    list.length === 0 || list.includes(value ?? '')
  return all.filter(
    (event) =>
      (range === null || ((event.shownAt ?? 0) >= range.from && (event.shownAt ?? 0) < range.to)) &&
      has(missions, event.mission ?? event.session) &&
      has(agents, event.agent) &&
      has(actions, event.action) &&
      has(statuses, event.status) &&
      (text === '' || (event.summary ?? '').split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(text))),
  )
}

const instants = fc.integer({ min: FROM - 3_600_000, max: UNTIL + 3_600_000 })
const filters = fc.record({
  text: fc.constantFrom('', '', 'ledger', 'ledg', 'parsers', 'nobody'),
  missions: fc.constantFrom<string[]>([], [], ['M00000'], ['M00017', 'PS-2026-01-01-3']),
  agents: fc.constantFrom<string[]>([], ['codex'], ['bob', 'operator'], ['stranger']),
  actions: fc.constantFrom<string[]>([], [], ['complete', 'blocked'], ['session_capture']),
  statuses: fc.constantFrom<string[]>([], [], ['completed']),
  range: fc.option(
    fc.tuple(instants, instants).map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) + 1 })),
  ),
})

const known = (event: TimelineEvent) => !event.oddities.some((oddity) => oddity.endsWith('-time'))
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

it('whatever is asked for, pages, counts, densities and facets tell of the same events', () => {
  const scope = readLog()
  const all = pages(scope, EVERYTHING)
  expect(all).toHaveLength(EVENTS)
  fc.assert(
    fc.property(filters, fc.constantFrom(10, 60, 400), (filter, buckets) => {
      const fits = fitting(all, filter)
      expect(pages(scope, filter).map(({ id }) => id)).toEqual(fits.map(({ id }) => id))

      const density = timelineDensity(scope, { filter, buckets })
      expect(density.total).toBe(fits.length)
      const done = fits.filter((event) => known(event) && eventDeed(event.action) === 'complete')
      expect(sum(density.completes)).toBe(done.length)
      const first = done.at(-1)
      if (first?.shownAt != null) {
        const bucket = Math.floor((first.shownAt - density.range.from) / density.bucket)
        expect(density.completes.findIndex((count) => count > 0)).toBe(bucket)
      }
      expect(density.implausibleTime).toBe(fits.filter(({ oddities }) => oddities.includes('implausible-time')).length)
      expect(density.sessionInMission).toBe(
        fits.filter(({ oddities }) => oddities.includes('session-in-mission')).length,
      )

      const agents = fitting(all, { ...filter, agents: [] })
      const facets = timelineFacets(scope, { filter })
      for (const { name, count } of facets.agents)
        expect(count).toBe(agents.filter(({ agent }) => agent === name).length)
      expect(sum(facets.agents.map(({ count }) => count))).toBe(agents.length)

      const day = { from: FROM + 3 * 86_400_000, to: FROM + 4 * 86_400_000 + 1_234_567 }
      const inDay = fits.filter(({ shownAt }) => shownAt !== null && shownAt >= day.from && shownAt < day.to)
      expect(timelineCounts(scope, { filter, ranges: [day] })).toEqual([inDay.length])
    }),
    { numRuns: 60 },
  )
}, 60_000)

it('newer pages lead to the same events as older ones, also for words that many events hold', () => {
  const scope = readLog(14_000)
  const filter = { ...EVERYTHING, text: 'ledger' }
  const down = pages(scope, filter, 300)
  expect(down.length).toBeGreaterThan(3_000)
  const up: TimelineEvent[] = []
  for (let after = '0:0'; ; ) {
    const page = timelinePage(scope, { filter, limit: 300, after })
    if (page.events.length === 0) break
    up.unshift(...page.events)
    after = page.newer
  }
  expect(up.map(({ id }) => id)).toEqual(down.map(({ id }) => id))
})

it('one event is answered with its row as stored, and one that is gone with nothing', () => {
  const scope = readLog(10)
  const record = timelineRecord(scope, { id: 1 })
  expect(record?.event).toMatchObject({ id: 1, action: 'start', run: { id: 1, place: 'start' } })
  expect(record?.columns.map(({ name }) => name)).toEqual([
    'ts',
    'agent',
    'mission',
    'action',
    'status',
    'summary',
    'next_hint',
    'raw_event',
  ])
  expect(timelineRecord(scope, { id: 11 })).toBeNull()
})
