import type { NowSignals, Spark } from '../../domain/now-signals'
import type { TelemetryFilter } from '../../domain/telemetry/telemetry'
import { bucketsOf } from '../../domain/timeline/time-buckets'
import { EVERYTHING } from '../../domain/timeline/timeline'
import type { AnalysisScope } from './analysis-scope'
import { telemetryEvents } from './telemetry-events'
import { telemetryField } from './telemetry-field'
import { telemetryCounts, telemetryHealth } from './telemetry-look'
import { timelinePage } from './timeline-page'

const WEEK = 7 * 24 * 3_600_000
const BUCKETS = 30
const ALL: TelemetryFilter = { kinds: [], missions: [], patterns: [], statuses: [], workers: [], errors: [] }
const RECENT_EVENTS = 200

/** What the first view says of a workspace's health over the last week, as far as it is read. */
export function nowSignals(scope: AnalysisScope, { now }: { readonly now: number }): NowSignals {
  const { range } = bucketsOf({ from: now - WEEK, to: now }, BUCKETS)
  const look = { range, filter: ALL, buckets: BUCKETS }
  const field = (name: string) => telemetryField(scope, { ...look, field: name, by: null }).series[0]
  const health = telemetryHealth(scope, { range, buckets: BUCKETS })
  const latency = field('latencyMs')
  const tokens = field('tokensUsed')
  return {
    range,
    health: {
      state: health.state,
      checks: health.ok.map((ok, at) => ok + (health.failed[at] ?? 0)),
      failed: health.failed.reduce((sum, count) => sum + count, 0),
      lastAt: lastCheck(scope, now),
      lastError: health.lastError,
    },
    latency: { values: latency?.p95 ?? [], whole: latency?.whole.p95 ?? null },
    tokens: { values: tokens?.sum ?? [], whole: tokens?.whole.sum ?? null },
    fallbackRate: fallbackRate(scope, look),
    lastSession: lastSession(scope),
    indexing: health.indexing,
  }
}

function lastCheck(scope: AnalysisScope, now: number): number | null {
  const range = { from: 0, to: now + 1 }
  return telemetryEvents(scope, { range, filter: { ...ALL, kinds: ['health'] }, limit: 1 }).events[0]?.at ?? null
}

function fallbackRate(
  scope: AnalysisScope,
  look: { readonly range: NowSignals['range']; readonly filter: TelemetryFilter; readonly buckets: number },
): Spark {
  const { series } = telemetryCounts(scope, { ...look, filter: { ...ALL, kinds: ['pattern'] }, by: 'status' })
  const length = series[0]?.count.length ?? 0
  const all = Array.from({ length }, (_, at) => series.reduce((sum, { count }) => sum + (count[at] ?? 0), 0))
  const fallbacks = series.find(({ name }) => name === 'fallback')?.count ?? []
  const total = all.reduce((sum, count) => sum + count, 0)
  return {
    values: all.map((count, at) => (count === 0 ? null : (fallbacks[at] ?? 0) / count)),
    whole: total === 0 ? null : fallbacks.reduce((sum, count) => sum + count, 0) / total,
  }
}

/** From the start to the end of the run that ended last. */
function lastSession(scope: AnalysisScope): NowSignals['lastSession'] {
  const { events } = timelinePage(scope, { filter: EVERYTHING, limit: RECENT_EVENTS })
  const end = events.find(({ run, shownAt }) => run?.place === 'end' && run.elapsed !== null && shownAt !== null)
  if (end?.shownAt == null || end.run?.elapsed == null) return null
  return { from: end.shownAt - end.run.elapsed, to: end.shownAt + 1, mission: end.mission }
}
