import { sql } from 'drizzle-orm'
import type { TelemetryFilter } from '../../domain/telemetry/telemetry'
import type { TimeRange } from '../../domain/timeline/timeline'
import type { Reader } from '../statements'
import { asksOnlyKinds, telemetryCondition } from './telemetry-filter'
import { sumHours } from './telemetry-hours'

const HOUR = 3_600_000

/** A telemetry event as indexed; words are numbers. */
export interface TelemetryEventRow {
  readonly id: number
  readonly at: number | null
  readonly kind: number
  readonly mission: number | null
  readonly pattern: number | null
  readonly stage: number | null
  readonly status: number | null
  readonly worker: number | null
  readonly error: number | null
  readonly fallback: number
  readonly tier: number | null
  readonly latency: number | null
  readonly tokens: number | null
  readonly path: string
  readonly line: number
  readonly start: number
  readonly length: number
}

export interface TelemetryPlace {
  readonly at: number
  readonly id: number
}

/** Events that fit, newest first, before a place. */
export function readTelemetryEvents(
  reader: Reader,
  { from, to }: TimeRange,
  {
    filter,
    before,
    limit,
  }: { readonly filter: TelemetryFilter; readonly before: TelemetryPlace | null; readonly limit: number },
): TelemetryEventRow[] {
  const condition = telemetryCondition(reader, filter)
  if (condition === null) return []
  const older = before === null ? sql`1` : sql`(at, telemetry.id) < (${before.at}, ${before.id})`
  return reader.all(
    sql`SELECT telemetry.id, at, kind, mission, pattern, stage, status, worker, error, fallback, tier, latency, tokens,
          path, line, start, length
        FROM telemetry JOIN sources ON sources.id = source
        WHERE at >= ${from} AND at < ${to} AND ${older} AND ${condition} ORDER BY at DESC, telemetry.id DESC LIMIT ${limit}`,
  )
}

export function countTelemetryEvents(reader: Reader, { from, to }: TimeRange, filter: TelemetryFilter): number {
  const condition = telemetryCondition(reader, filter)
  if (condition === null) return 0
  if (from % HOUR === 0 && to % HOUR === 0) {
    const hours = reader.get<{ count: number | null }>(
      sql`SELECT sum(count) AS count FROM telemetry_cube WHERE hour >= ${from / HOUR} AND hour < ${to / HOUR} AND ${condition}`,
    )
    return hours?.count ?? 0
  }
  const row = reader.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM telemetry WHERE at >= ${from} AND at < ${to} AND ${condition}`,
  )
  return row?.count ?? 0
}

/** Sums of one mission, agent, worker, pattern or error code. */
export interface TelemetryTotal {
  /** The number of its word. */
  readonly key: number
  readonly events: number
  readonly succeeded: number
  readonly failed: number
  readonly fallbacks: number
  readonly tokens: number | null
  readonly lastAt: number | null
}

/** The sums over a range by one column, the ones with most events, or most tokens, first. */
export function readTotals(
  reader: Reader,
  { from, to }: TimeRange,
  filter: TelemetryFilter,
  by: 'mission' | 'agent' | 'worker' | 'pattern' | 'error',
  order: 'events' | 'tokens' = 'events',
): TelemetryTotal[] {
  if (from % HOUR === 0 && to % HOUR === 0 && asksOnlyKinds(filter)) {
    return sumHours(reader, { from, to, by, kinds: filter.kinds }, order)
  }
  const condition = telemetryCondition(reader, filter)
  if (condition === null) return []
  const column = sql.identifier(by)
  const is = (word: string) => sql`status = (SELECT id FROM words WHERE word = ${word})`
  return reader.all(
    sql`SELECT ${column} AS key, count(*) AS events, count(*) FILTER (WHERE ${is('succeeded')} OR ${is('ok')}) AS succeeded,
          count(*) FILTER (WHERE ${is('failed')} OR ${is('error')}) AS failed, sum(fallback) AS fallbacks,
          sum(tokens) AS tokens, max(at) AS lastAt
        FROM telemetry WHERE at >= ${from} AND at < ${to} AND ${column} IS NOT NULL AND ${condition}
        GROUP BY 1 ORDER BY ${sql.identifier(order)} DESC, key`,
  )
}

/** The latencies of the given keys over a range, in no order. */
export function readLatencies(
  reader: Reader,
  { from, to }: TimeRange,
  filter: TelemetryFilter,
  of: { readonly by: string; readonly keys: readonly number[] },
): [key: number, latency: number][] {
  const condition = telemetryCondition(reader, filter)
  if (condition === null) return []
  const column = sql.identifier(of.by)
  return reader.values(
    sql`SELECT ${column}, latency FROM telemetry WHERE at >= ${from} AND at < ${to} AND latency IS NOT NULL
          AND ${column} IN (SELECT value FROM json_each(${JSON.stringify(of.keys)})) AND ${condition}`,
  )
}

/** Latencies of each pattern in the order of time, for rules about their course; at most `most` of the newest. */
export function readLatencyCourse(
  reader: Reader,
  { from, to }: TimeRange,
  most: number,
): [pattern: number, latency: number][] {
  const newest = reader.values<[number, number]>(
    sql`SELECT pattern, latency FROM telemetry WHERE at >= ${from} AND at < ${to} AND latency IS NOT NULL AND pattern IS NOT NULL
        ORDER BY at DESC, id DESC LIMIT ${most}`,
  )
  return newest.reverse()
}
