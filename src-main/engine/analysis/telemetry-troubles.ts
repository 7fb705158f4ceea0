import type { Trouble } from '../../domain/telemetry/telemetry'
import {
  manyFallbacks,
  missingHealth,
  NO_FILTER,
  repeatedErrors,
  risingLatency,
  tokenOutliers,
} from '../../domain/telemetry/troubles'
import { bucketsOf } from '../../domain/timeline/time-buckets'
import type { TimeRange } from '../../domain/timeline/timeline'
import { readCounts, readHealthChecks, wordsOf } from '../../store/index/read-telemetry'
import { readLatencyCourse, readTotals } from '../../store/index/read-telemetry-events'
import type { AnalysisScope } from './analysis-scope'
import { namesOf } from './telemetry-look'

const HOUR = 3_600_000
const MOST_CHECKS = 200_000
const MOST_LATENCIES = 30_000
const SEVERITIES = ['serious', 'warning', 'notice']

/** Patterns of trouble that stated rules find in a range, the most serious first. */
export function telemetryTroubles(
  scope: AnalysisScope,
  { range }: { readonly range: TimeRange },
): Omit<Trouble, 'dismissed'>[] {
  const { reader } = scope.index
  const totals = (by: 'mission' | 'pattern') => {
    const rows = readTotals(reader, range, { ...NO_FILTER, kinds: ['pattern'] }, by)
    const name = namesOf(
      scope,
      by,
      rows.map(({ key }) => key),
    )
    return rows.map((row) => ({ ...row, name: name(row.key) }))
  }
  const missions = totals('mission').flatMap(({ name, tokens }) => (tokens === null ? [] : [{ name, tokens }]))
  const found = [
    ...repeatedErrors(errorHours(scope, range)),
    ...risingLatency(courses(scope, range), range),
    ...manyFallbacks(totals('pattern'), range),
    ...tokenOutliers(missions, range),
    ...missingHealth(readHealthChecks(reader, range, MOST_CHECKS).map(({ at }) => at)),
  ]
  return found.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}

function errorHours(scope: AnalysisScope, asked: TimeRange) {
  const { range } = bucketsOf(asked, 1_000)
  const from = Math.floor(range.from / HOUR) * HOUR
  const hours = { from, to: Math.ceil(range.to / HOUR) * HOUR, bucket: HOUR }
  const counts = readCounts(scope.index.reader, hours, NO_FILTER, 'error').filter(({ key }) => key > 0)
  const codes = new Map<number, (readonly [number, number])[]>()
  for (const { key, bucket, count } of counts) {
    const list = codes.get(key) ?? []
    list.push([from / HOUR + bucket, count])
    codes.set(key, list)
  }
  const name = namesOf(scope, 'error', [...codes.keys()])
  return [...codes].map(([key, list]) => ({ code: name(key), hours: list }))
}

function courses(scope: AnalysisScope, range: TimeRange): ReadonlyMap<string, readonly number[]> {
  const latencies = readLatencyCourse(scope.index.reader, range, MOST_LATENCIES)
  const byPattern = new Map<number, number[]>()
  for (const [pattern, latency] of latencies) {
    const list = byPattern.get(pattern) ?? []
    list.push(latency)
    byPattern.set(pattern, list)
  }
  const words = wordsOf(scope.index.reader, [...byPattern.keys()])
  return new Map([...byPattern].map(([key, list]) => [words.get(key) ?? '', list]))
}
