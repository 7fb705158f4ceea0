import { type SQL, sql } from 'drizzle-orm'
import { binOf } from '../../domain/telemetry/sketch'
import { type TelemetryKind, telemetryKind } from '../../domain/telemetry/telemetry'
import type { TelemetryFact } from '../../domain/telemetry/telemetry-fact'
import type { TimeRange } from '../../domain/timeline/timeline'
import type { Reader, Tx } from '../statements'

const HOUR = 3_600_000
/** Latencies of workers are kept in halves of a day: finer ones would be as many as the latencies themselves. */
export const LATENCY_SLOT = 12 * HOUR

/** What hours are counted by, in the order of their numbers. */
const DIMENSIONS = ['status', 'pattern', 'error', 'tier', 'cause', 'worker', 'kind', 'mission', 'agent'] as const
export type Dimension = (typeof DIMENSIONS)[number]

type Numbering = (word: string | null) => number | null

/** Adds events to the sums of their hours, so that questions over months need not look at each of them. */
export function addToHours(tx: Tx, source: number, facts: readonly TelemetryFact[], number: Numbering): void {
  const sums = new Map<string, number[]>()
  const latencies = new Map<string, number[]>()
  for (const fact of facts) {
    if (fact.at === null) continue
    const kind = telemetryKind.options.indexOf(fact.kind)
    DIMENSIONS.forEach((dimension, place) => {
      const key = keyOf(dimension, fact, number)
      if (key === null) return
      add(sums, [place, Math.floor((fact.at ?? 0) / HOUR), kind, key, source], measuresOf(fact))
    })
    const worker = number(fact.worker)
    if (worker === null || fact.latencyMs === null) continue
    add(latencies, [Math.floor(fact.at / LATENCY_SLOT), worker, binOf(fact.latencyMs), source], [1])
  }
  tx.runEach(
    sql`INSERT INTO telemetry_hours (dimension, hour, kind, key, source, events, succeeded, failed, fallbacks, tokens, valued, last)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET events = events + excluded.events, succeeded = succeeded + excluded.succeeded,
          failed = failed + excluded.failed, fallbacks = fallbacks + excluded.fallbacks, tokens = tokens + excluded.tokens,
          valued = valued + excluded.valued, last = max(last, excluded.last)`,
    sums.values(),
  )
  tx.runEach(
    sql`INSERT INTO worker_latency (slot, worker, bin, source, count) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count`,
    latencies.values(),
  )
}

/** Null where an event has nothing to be counted by; tiers and causes belong to fallbacks. */
function keyOf(dimension: Dimension, fact: TelemetryFact, number: Numbering): number | null {
  if (dimension === 'kind') return telemetryKind.options.indexOf(fact.kind)
  if (dimension === 'tier') return fact.fallback ? (fact.tier ?? 0) : null
  if (dimension === 'cause') return fact.fallback ? (number(fact.cause) ?? 0) : null
  return number(fact[dimension])
}

function measuresOf({ status, fallback, tokens, at }: TelemetryFact): number[] {
  const succeeded = status === 'succeeded' || status === 'ok'
  const failed = status === 'failed' || status === 'error'
  return [1, Number(succeeded), Number(failed), Number(fallback), tokens ?? 0, Number(tokens !== null), at ?? 0]
}

/** Sums up under a key; of the last of several measures only the greatest counts. */
function add(sums: Map<string, number[]>, key: readonly number[], measures: readonly number[]): void {
  const name = key.join()
  const sum = sums.get(name)
  if (sum === undefined) {
    sums.set(name, [...key, ...measures])
    return
  }
  measures.forEach((measure, at) => {
    const place = key.length + at
    const before = sum[place] ?? 0
    sum[place] = at > 0 && at === measures.length - 1 ? Math.max(before, measure) : before + measure
  })
}

interface HoursAsked extends TimeRange {
  readonly by: Dimension
  /** All kinds when empty. */
  readonly kinds: readonly TelemetryKind[]
}

function within({ from, to, by, kinds }: HoursAsked): SQL {
  const numbers = kinds.map((kind) => sql`${telemetryKind.options.indexOf(kind)}`)
  const only = numbers.length === 0 ? sql`1` : sql`kind IN (${sql.join(numbers, sql`, `)})`
  return sql`dimension = ${DIMENSIONS.indexOf(by)} AND hour >= ${from / HOUR} AND hour < ${to / HOUR} AND ${only}`
}

/** Numbers of events per bucket of whole hours and value. */
export function countHours(
  reader: Reader,
  asked: HoursAsked & { readonly bucket: number },
): { bucket: number; key: number; count: number }[] {
  return reader.all(
    sql`SELECT CAST((hour * ${HOUR} - ${asked.from}) / ${asked.bucket} AS INTEGER) AS bucket, key, sum(events) AS count
        FROM telemetry_hours WHERE ${within(asked)} GROUP BY 1, 2`,
  )
}

/** The sums of each value over whole hours, the ones with most events, or most tokens, first. */
export function sumHours<Row>(reader: Reader, asked: HoursAsked, order: 'events' | 'tokens'): Row[] {
  return reader.all(
    sql`SELECT key, sum(events) AS events, sum(succeeded) AS succeeded, sum(failed) AS failed, sum(fallbacks) AS fallbacks,
          iif(sum(valued) = 0, NULL, sum(tokens)) AS tokens, max(last) AS lastAt
        FROM telemetry_hours WHERE ${within(asked)} GROUP BY key ORDER BY ${sql.identifier(order)} DESC, key`,
  )
}

/** How often each bin of the sketch occurs among the latencies of workers, over whole slots. */
export function readWorkerBins(
  reader: Reader,
  { from, to }: TimeRange,
): (readonly [worker: number, bin: number, count: number])[] {
  return reader.values(
    sql`SELECT worker, bin, sum(count) FROM worker_latency WHERE slot >= ${from / LATENCY_SLOT} AND slot < ${to / LATENCY_SLOT}
        GROUP BY 1, 2`,
  )
}

/** The most frequent values of what events are split by, over all time. */
export function readSplitValues(
  reader: Reader,
  by: 'mission' | 'pattern' | 'worker' | 'agent',
  limit: number,
): { name: string; count: number }[] {
  return reader.all(
    sql`SELECT words.word AS name, found.count FROM (
          SELECT key, sum(events) AS count FROM telemetry_hours WHERE dimension = ${DIMENSIONS.indexOf(by)} GROUP BY 1
        ) AS found JOIN words ON words.id = found.key ORDER BY found.count DESC, name LIMIT ${limit}`,
  )
}
