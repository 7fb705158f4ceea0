import type { TelemetryFilter } from '../domain/telemetry/telemetry'
import { NO_FILTER } from '../domain/telemetry/troubles'
import type { AnalysisPlace } from '../engine/analysis/analysis-scope'
import { look } from '../engine/analysis/look-at-telemetry'
import { telemetryEvents } from '../engine/analysis/telemetry-events'
import { telemetryField } from '../engine/analysis/telemetry-field'
import { telemetryCounts, telemetryHealth, telemetryState, telemetryTotals } from '../engine/analysis/telemetry-look'
import { telemetryTroubles } from '../engine/analysis/telemetry-troubles'
import { openIndex } from '../store/index/index-database'
import { openStore } from '../store/store'

export interface TelemetryFigure {
  readonly what: string
  /** Milliseconds of each run, or events a second. */
  readonly times?: readonly number[]
  readonly perSecond?: number
  readonly budget: number | null
}

const RUNS = 7
const DAY = 86_400_000
const ANSWER = 250
const LINES = 130
const BARS = 60

/** How fast telemetry is read into the index, and how long every question of the view takes over thirty days of it. */
export function telemetryFigures(place: AnalysisPlace): TelemetryFigure[] {
  const store = openStore(place.database, { mode: 'read-only', busyTimeout: 2_000 })
  const index = openIndex(place)
  try {
    const scope = { ...place, store, index, reading: { paused: false } }
    const steps = [...timedSteps(look(scope))]
    const reading = steps.reduce((sum, step) => sum + step, 0)
    const { events, extent } = telemetryState(scope, {})
    const to = extent?.to ?? 0
    const range = { from: Math.floor((to - 30 * DAY) / DAY) * DAY, to: Math.ceil(to / DAY) * DAY }
    const day = { from: range.to - DAY, to: range.to }
    const worker: TelemetryFilter = { ...NO_FILTER, workers: ['worker.03'] }
    const field =
      (name: string, buckets: number, filter = NO_FILTER, over = range) =>
      () =>
        telemetryField(scope, { range: over, filter, buckets, field: name, by: null })
    const counts =
      (by: 'status' | 'tier' | 'cause' | 'error', filter = NO_FILTER) =>
      () =>
        telemetryCounts(scope, { range, filter, buckets: BARS, by })
    const totals = (by: 'worker' | 'mission' | 'agent', order?: 'tokens') => () =>
      telemetryTotals(scope, { range, filter: NO_FILTER, by, limit: 50, order })
    const page = (filter: TelemetryFilter) => () => telemetryEvents(scope, { range, filter, limit: 100 })
    const figure = (what: string, run: () => unknown): TelemetryFigure => ({
      what,
      times: timesOf(run),
      budget: ANSWER,
    })
    return [
      { what: 'reading files into the index, events a second', perSecond: (1_000 * events) / reading, budget: null },
      { what: 'longest step of it', times: [Math.max(...steps)], budget: null },
      figure('looking again when nothing changed', () => [...look(scope)]),
      figure('state', () => telemetryState(scope, {})),
      figure('health, 30 days', () => telemetryHealth(scope, { range, buckets: LINES })),
      figure('latency, 30 days', field('latencyMs', LINES)),
      figure('latency of one worker', field('latencyMs', LINES, worker)),
      figure('latency, one day', field('latencyMs', LINES, NO_FILTER, day)),
      figure('tokens, 30 days', field('tokensUsed', BARS)),
      figure('outcomes, 30 days', counts('status', { ...NO_FILTER, kinds: ['pattern'] })),
      figure('fallbacks by tier', counts('tier')),
      figure('fallbacks by cause', counts('cause')),
      figure('errors by code', counts('error')),
      figure('errors of one worker', counts('error', worker)),
      figure('workers', totals('worker')),
      figure('tokens by mission', totals('mission', 'tokens')),
      figure('tokens by agent', totals('agent', 'tokens')),
      figure('troubles', () => telemetryTroubles(scope, { range })),
      figure('events of all, first page', page(NO_FILTER)),
      figure('events of one worker', page(worker)),
      figure('events of one error', page({ ...NO_FILTER, errors: ['rate_limited'] })),
    ]
  } finally {
    index.close()
    store.close()
  }
}

function* timedSteps(work: Iterator<unknown>): Generator<number> {
  for (;;) {
    const begun = performance.now()
    const { done } = work.next()
    yield performance.now() - begun
    if (done === true) return
  }
}

function timesOf(run: () => unknown): number[] {
  return Array.from({ length: RUNS }, () => {
    const begun = performance.now()
    run()
    return performance.now() - begun
  })
}
