import { sql } from 'drizzle-orm'
import type { TelemetryFilter } from '../../domain/telemetry/telemetry'
import type { TimeRange } from '../../domain/timeline/timeline'
import type { Reader } from '../statements'
import { asksOnlyKinds, letsAllPass, telemetryCondition } from './telemetry-filter'
import { countHours } from './telemetry-hours'
import { KINDS } from './telemetry-rows'

const HOUR = 3_600_000

/** What events are split by, and the column that holds it. */
const SPLITS = {
  status: 'status',
  pattern: 'pattern',
  error: 'error',
  tier: 'tier',
  cause: 'cause',
  worker: 'worker',
  kind: 'kind',
  mission: 'mission',
  agent: 'agent',
} as const
export type Split = keyof typeof SPLITS

/** A range cut into buckets. */
export interface BucketRange extends TimeRange {
  readonly bucket: number
}

export interface BucketCount {
  readonly bucket: number
  /** The number of a word, of a kind or of a tier, by what it was split; 0 for none. */
  readonly key: number
  readonly count: number
}

/** Numbers of events per bucket and value; whole hours are added up, finer buckets are counted event by event. */
export function readCounts(reader: Reader, range: BucketRange, filter: TelemetryFilter, by: Split): BucketCount[] {
  const { from, to, bucket } = range
  const whole = bucket % HOUR === 0 && from % HOUR === 0
  if (whole && asksOnlyKinds(filter)) return countHours(reader, { ...range, by, kinds: filter.kinds })
  const condition = telemetryCondition(reader, filter)
  if (condition === null) return []
  const column = sql.identifier(SPLITS[by])
  // Tiers and causes belong to fallbacks.
  const only = by === 'tier' || by === 'cause' ? sql`fallback = 1` : sql`1`
  if (whole) {
    return reader.all(
      sql`SELECT CAST((hour * ${HOUR} - ${from}) / ${bucket} AS INTEGER) AS bucket, ${column} AS key, sum(count) AS count
          FROM telemetry_cube WHERE hour >= ${from / HOUR} AND hour < ${to / HOUR} AND ${only} AND ${condition} GROUP BY 1, 2`,
    )
  }
  return reader.all(
    sql`SELECT CAST((at - ${from}) / ${bucket} AS INTEGER) AS bucket, coalesce(${column}, 0) AS key, count(*) AS count
        FROM telemetry WHERE at >= ${from} AND at < ${to} AND ${only} AND ${condition} GROUP BY 1, 2`,
  )
}

/** The number of values of a field in a range, whatever they belong to. */
export function countValues(reader: Reader, field: number, { from, to }: TimeRange): number {
  const hours = sql`hour >= ${Math.floor(from / HOUR)} AND hour <= ${Math.floor(to / HOUR)}`
  const row = reader.get<{ count: number | null }>(
    sql`SELECT sum(count) AS count FROM number_hours WHERE field = ${field} AND ${hours}`,
  )
  return row?.count ?? 0
}

/** A value with its bucket and what it was split by. */
export type BucketValue = readonly [bucket: number, key: number, value: number]

/** Every value of a field in a range, in no order. */
export function readValues(
  reader: Reader,
  field: number,
  range: BucketRange,
  { filter, by }: { readonly filter: TelemetryFilter; readonly by: Split | null },
): BucketValue[] {
  const { from, to, bucket } = range
  const within = sql`field = ${field} AND numbers.at >= ${from} AND numbers.at < ${to}`
  const place = sql`CAST((numbers.at - ${from}) / ${bucket} AS INTEGER)`
  if (by === null && letsAllPass(filter))
    return reader.values(sql`SELECT ${place}, 0, value FROM numbers WHERE ${within}`)
  const condition = telemetryCondition(reader, filter)
  if (condition === null) return []
  const key = by === null ? sql`0` : sql`coalesce(${sql.identifier(SPLITS[by])}, 0)`
  return reader.values(
    sql`SELECT ${place}, ${key}, value FROM numbers JOIN telemetry ON telemetry.id = event WHERE ${within} AND ${condition}`,
  )
}

/** How often each bin of the sketch occurs, and the sum of its values, per bucket of whole hours. */
export type BucketBin = readonly [bucket: number, key: number, bin: number, count: number, sum: number]

/** The values of a field as a sketch, as a whole or by pattern; the range begins and ends with hours. */
export function readBins(
  reader: Reader,
  field: number,
  { from, to, bucket }: BucketRange,
  byPattern: boolean,
): BucketBin[] {
  const key = byPattern ? sql`pattern` : sql`0`
  return reader.values(
    sql`SELECT CAST((hour * ${HOUR} - ${from}) / ${bucket} AS INTEGER), ${key}, bin, sum(count), sum(sum) FROM number_hours
        WHERE field = ${field} AND hour >= ${from / HOUR} AND hour < ${to / HOUR} GROUP BY 1, 2, 3`,
  )
}

export function fieldNumber(reader: Reader, name: string): number | null {
  return reader.get<{ id: number }>(sql`SELECT id FROM fields WHERE name = ${name}`)?.id ?? null
}

/** The words of numbers. */
export function wordsOf(reader: Reader, numbers: readonly number[]): ReadonlyMap<number, string> {
  return new Map(
    reader.values<[number, string]>(
      sql`SELECT id, word FROM words WHERE id IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`,
    ),
  )
}

export interface TelemetryCounts {
  readonly files: number
  readonly events: number
  readonly malformed: number
  readonly extent: TimeRange | null
}

export function readTelemetryCounts(reader: Reader): TelemetryCounts {
  const sums = reader.get<{ files: number; events: number | null; malformed: number | null }>(
    sql`SELECT count(*) FILTER (WHERE path NOT LIKE 'db:%') AS files, sum(events) AS events, sum(malformed) AS malformed FROM sources`,
  )
  const first = reader.get<{ at: number }>(sql`SELECT at FROM telemetry WHERE at IS NOT NULL ORDER BY at LIMIT 1`)
  const last = reader.get<{ at: number }>(sql`SELECT at FROM telemetry WHERE at IS NOT NULL ORDER BY at DESC LIMIT 1`)
  return {
    files: sums?.files ?? 0,
    events: sums?.events ?? 0,
    malformed: sums?.malformed ?? 0,
    extent: first === undefined || last === undefined ? null : { from: first.at, to: last.at + 1 },
  }
}

export function readFields(reader: Reader, limit: number): { name: string; count: number }[] {
  return reader.all(sql`SELECT name, count FROM fields ORDER BY count DESC, name LIMIT ${limit}`)
}

export interface ProblemRow {
  readonly file: string
  readonly line: number | null
  readonly reason: string
  readonly excerpt: string
}

export function readProblems(reader: Reader, limit: number): { problems: ProblemRow[]; count: number } {
  const count = reader.get<{ count: number }>(sql`SELECT count(*) AS count FROM telemetry_problems`)?.count ?? 0
  const problems = reader.all<ProblemRow>(
    sql`SELECT path AS file, line, reason, excerpt FROM telemetry_problems JOIN sources ON sources.id = source ORDER BY path, line LIMIT ${limit}`,
  )
  return { problems, count }
}

/** The database's health checks in a range, oldest first: when, and what went wrong (null when nothing did). */
export function readHealthChecks(
  reader: Reader,
  { from, to }: TimeRange,
  limit: number,
): { at: number; error: string | null }[] {
  return reader.all(
    sql`SELECT at, word AS error FROM telemetry LEFT JOIN words ON words.id = error
        WHERE kind = ${KINDS.indexOf('health')} AND at >= ${from} AND at < ${to} ORDER BY at LIMIT ${limit}`,
  )
}
