import { EVERYTHING, type TimelineFilter } from '../domain/timeline/timeline'
import type { AnalysisPlace } from '../engine/analysis/analysis-scope'
import { readAllEvents } from '../engine/analysis/feed-timeline'
import { timelineCounts, timelineDensity } from '../engine/analysis/timeline-density'
import { timelineFacets } from '../engine/analysis/timeline-facets'
import { timelinePage } from '../engine/analysis/timeline-page'
import { unwatched } from '../engine/job'
import { openIndex } from '../store/index/index-database'
import { openStore } from '../store/store'

export interface TimelineFigure {
  readonly what: string
  /** Milliseconds of each run, or events a second. */
  readonly times?: readonly number[]
  readonly perSecond?: number
  readonly budget: number | null
}

const RUNS = 9
const PAGE = 200
const DAY = 86_400_000
const ANSWER = 150

/** How long the timeline takes to answer over a store that is read into its index first. */
export function timelineFigures(place: AnalysisPlace): TimelineFigure[] {
  const store = openStore(place.database, { mode: 'read-only', busyTimeout: 2_000 })
  const index = openIndex(place)
  try {
    const scope = { ...place, store, index, reading: { paused: false } }
    const begun = performance.now()
    readAllEvents(scope, unwatched)
    const seconds = (performance.now() - begun) / 1_000
    const all = timelineDensity(scope, { filter: EVERYTHING, buckets: 10 })
    const { extent, total } = all
    const from = extent?.from ?? 0
    const middle = (from + (extent?.to ?? 0)) / 2
    const page =
      (more: Partial<TimelineFilter>, place: { at?: number; after?: string } = {}) =>
      () =>
        timelinePage(scope, { filter: { ...EVERYTHING, ...more }, limit: PAGE, ...place })
    const density = (more: Partial<TimelineFilter>) => () =>
      timelineDensity(scope, { filter: { ...EVERYTHING, ...more }, buckets: 300 })
    const facets = (more: Partial<TimelineFilter>) => () =>
      timelineFacets(scope, { filter: { ...EVERYTHING, ...more } })
    const odd = { from: from + 12_345_678, to: middle + 7_654_321 }
    const mission = 'M00100'
    const { newer } = page({}, { at: middle })()
    const figure = (what: string, run: () => unknown, budget = ANSWER): TimelineFigure => ({
      what,
      budget,
      times: timesOf(run),
    })
    return [
      { what: 'first reading of the log, events a second', perSecond: total / seconds, budget: null },
      figure('page, newest', page({}), 20),
      figure('page in the middle, by date', page({}, { at: middle }), 20),
      figure('page of newer events', page({}, { after: newer }), 20),
      figure('page of a mission', page({ missions: [mission] }), 20),
      figure('page of an agent', page({ agents: ['bob'] }), 20),
      figure('page of a frequent action', page({ actions: ['complete'] }), 20),
      figure('page of a rare action', page({ actions: ['session_capture'] }), 20),
      figure(
        'page of blocks by one agent in a range',
        page({ actions: ['blocked'], agents: ['operator'], range: odd }),
        20,
      ),
      figure('page of a word in every fourth event', page({ text: 'ledger' })),
      figure('page of rare words', page({ text: 'ledger 4711' })),
      figure('page of words that nobody wrote', page({ text: 'nowhere' })),
      figure('density of all', density({})),
      figure('density of an odd range', density({ range: odd })),
      figure('density of a day', density({ range: { from: middle, to: middle + DAY } })),
      figure('density of an agent', density({ agents: ['codex'] })),
      figure('density of a frequent action', density({ actions: ['complete'] })),
      figure('density of a word in every fourth event', density({ text: 'ledger' })),
      figure('facets of all', facets({})),
      figure('facets of an odd range', facets({ range: odd })),
      figure('facets of an agent', facets({ agents: ['codex'] })),
      figure('facets of a mission', facets({ missions: [mission] })),
      figure('facets of a word in every fourth event', facets({ text: 'ledger' })),
      figure('events of five days', () => timelineCounts(scope, { filter: EVERYTHING, ranges: fiveDays(middle) })),
    ]
  } finally {
    index.close()
    store.close()
  }
}

function fiveDays(at: number) {
  const start = Math.floor(at / DAY) * DAY
  return [0, 1, 2, 3, 4].map((day) => ({ from: start - day * DAY, to: start - (day - 1) * DAY }))
}

function timesOf(run: () => unknown): number[] {
  return Array.from({ length: RUNS }, () => {
    const begun = performance.now()
    run()
    return performance.now() - begun
  })
}
