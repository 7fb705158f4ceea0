import { quantile, valueOfBin } from '../../domain/telemetry/sketch'
import type {
  CountSeries,
  HealthStrip,
  TelemetryFilter,
  TelemetryState,
  TelemetryTotals,
} from '../../domain/telemetry/telemetry'
import { unitOf } from '../../domain/telemetry/telemetry-fact'
import { bucketsOf } from '../../domain/timeline/time-buckets'
import type { TimeRange } from '../../domain/timeline/timeline'
import {
  readCounts,
  readFields,
  readHealthChecks,
  readProblems,
  readTelemetryCounts,
  type Split,
  wordsOf,
} from '../../store/index/read-telemetry'
import { readLatencies, readTotals } from '../../store/index/read-telemetry-events'
import { letsAllPass } from '../../store/index/telemetry-filter'
import { LATENCY_SLOT, readSplitValues, readWorkerBins } from '../../store/index/telemetry-hours'
import { KINDS } from '../../store/index/telemetry-rows'
import type { AnalysisScope } from './analysis-scope'
import { telemetryProgress } from './look-at-telemetry'

const MOST_FIELDS = 200
const MOST_VALUES = 200
const MOST_CHECKS = 200_000
/** Up to this many events the latencies of workers are exact; beyond, they come from sketches of half days. */
const MOST_EXACT = 20_000

/** What was found, and how far the reading has come. */
export function telemetryState(scope: AnalysisScope, _nothing: object): TelemetryState {
  const { reader } = scope.index
  const values = (by: Parameters<typeof readSplitValues>[1]) => readSplitValues(reader, by, MOST_VALUES)
  return {
    indexing: telemetryProgress(scope),
    paused: scope.reading.paused,
    ...readTelemetryCounts(reader),
    fields: readFields(reader, MOST_FIELDS).map((field) => ({ ...field, unit: unitOf(field.name) })),
    missions: values('mission'),
    patterns: values('pattern'),
    workers: values('worker'),
    agents: values('agent'),
  }
}

/** The database's health per bucket; a bucket without a check between others is missing one. */
export function telemetryHealth(
  scope: AnalysisScope,
  { range: asked, buckets }: { readonly range: TimeRange; readonly buckets: number },
): HealthStrip {
  const { reader } = scope.index
  const { range, bucket, count } = bucketsOf(asked, buckets)
  const checks = readHealthChecks(reader, range, MOST_CHECKS)
  const ok = new Array<number>(count).fill(0)
  const failed = new Array<number>(count).fill(0)
  for (const { at, error } of checks) {
    const column = error === null ? ok : failed
    const place = Math.floor((at - range.from) / bucket)
    column[place] = (column[place] ?? 0) + 1
  }
  const last = checks.findLast(({ error }) => error !== null)
  return {
    range,
    bucket,
    indexing: telemetryProgress(scope),
    ok,
    failed,
    state: ok.map((healthy, at) => (failed[at] ? 'failed' : healthy ? 'healthy' : 'missing')),
    lastError: last === undefined ? null : { at: last.at, message: last.error ?? '' },
  }
}

export interface ScopedInput {
  readonly range: TimeRange
  readonly filter: TelemetryFilter
}

/** Numbers of events per bucket, one series per value, the most frequent first. */
export function telemetryCounts(
  scope: AnalysisScope,
  { range: asked, filter, buckets, by }: ScopedInput & { readonly buckets: number; readonly by: Split },
): CountSeries {
  const { reader } = scope.index
  const { range, bucket, count } = bucketsOf(asked, buckets)
  // A fallback without a tier or a cause is a fallback none the less.
  const every = by === 'kind' || by === 'tier' || by === 'cause'
  const found = readCounts(reader, { ...range, bucket }, filter, by).filter(({ key }) => every || key > 0)
  const series = new Map<number, number[]>()
  for (const entry of found) {
    const counts = series.get(entry.key) ?? new Array<number>(count).fill(0)
    if (entry.bucket < count) counts[entry.bucket] = entry.count
    series.set(entry.key, counts)
  }
  const name = namesOf(scope, by, [...series.keys()])
  const named = [...series].map(([key, counts]) => ({ name: name(key), count: counts }))
  const total = (counts: readonly number[]) => counts.reduce((sum, value) => sum + value, 0)
  return {
    range,
    bucket,
    indexing: telemetryProgress(scope),
    series: named.sort((a, b) => total(b.count) - total(a.count) || a.name.localeCompare(b.name)),
  }
}

/** The names of the values that events were split by. */
export function namesOf({ index }: AnalysisScope, by: Split, keys: readonly number[]): (key: number) => string {
  if (by === 'kind') return (key) => KINDS[key] ?? ''
  if (by === 'tier') return (key) => (key === 0 ? 'No tier' : `Tier ${key}`)
  const words = wordsOf(index.reader, keys)
  return (key) => words.get(key) ?? (by === 'cause' ? 'No cause' : '')
}

/** One row per mission, agent, worker, pattern or error code, the ones with most events first. */
export function telemetryTotals(
  scope: AnalysisScope,
  {
    range,
    filter,
    by,
    limit,
    order,
  }: ScopedInput & {
    readonly by: 'mission' | 'agent' | 'worker' | 'pattern' | 'error'
    readonly limit: number
    readonly order?: 'events' | 'tokens' | undefined
  },
): TelemetryTotals {
  const { reader } = scope.index
  const all = readTotals(reader, range, filter, by, order)
  const shown = all.slice(0, limit)
  const keys = shown.map(({ key }) => key)
  const name = namesOf(scope, by, keys)
  const whole = range.from % LATENCY_SLOT === 0 && range.to % LATENCY_SLOT === 0
  const events = shown.reduce((sum, row) => sum + row.events, 0)
  const sketched = by === 'worker' && whole && letsAllPass(filter) && events > MOST_EXACT
  const latencies = latenciesOf(scope, { range, filter, by, keys, sketched, wanted: order !== 'tokens' })
  return {
    rows: shown.map(({ key, ...sums }) => ({ name: name(key), ...sums, latency: latencyOf(latencies.get(key) ?? []) })),
    exact: !sketched,
    more: all.length - shown.length,
    indexing: telemetryProgress(scope),
  }
}

/** Latencies of each key with how often they occur; a ranking by tokens shows none. */
function latenciesOf(
  { index }: AnalysisScope,
  {
    range,
    filter,
    by,
    keys,
    sketched,
    wanted,
  }: ScopedInput & { by: string; keys: readonly number[]; sketched: boolean; wanted: boolean },
): ReadonlyMap<number, [value: number, count: number][]> {
  const found = new Map<number, [number, number][]>(keys.map((key) => [key, []]))
  if (!wanted) return found
  if (sketched) {
    for (const [key, bin, count] of readWorkerBins(index.reader, range)) found.get(key)?.push([valueOfBin(bin), count])
    return found
  }
  for (const [key, latency] of readLatencies(index.reader, range, filter, { by, keys }))
    found.get(key)?.push([latency, 1])
  return found
}

function latencyOf(values: [value: number, count: number][]): TelemetryTotals['rows'][number]['latency'] {
  const sorted = values.sort(([a], [b]) => a - b)
  const [p50, p95, max] = [quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 1)]
  return p50 === null || p95 === null || max === null ? null : { p50, p95, max }
}

/** Lines that could not be read. */
export function telemetryProblems(
  scope: AnalysisScope,
  { limit }: { readonly limit: number },
): ReturnType<typeof readProblems> {
  return readProblems(scope.index.reader, limit)
}

/** Stops the reading of files, or goes on where it stopped. */
export function pauseTelemetry(
  { reading }: AnalysisScope,
  { paused }: { readonly paused: boolean },
): Record<string, never> {
  reading.paused = paused
  return {}
}
