import { sql } from 'drizzle-orm'
import type { TimelineFilter, TimeRange } from '../../domain/timeline/timeline'
import type { Reader } from '../statements'
import { asksForAll, conditionOf } from './timeline-filter'
import { FACETS } from './timeline-rows'

/** Where an event stands in the order of the timeline. */
export interface TimelinePlace {
  readonly at: number
  readonly id: number
}
export interface TimelineKey extends TimelinePlace {
  readonly own: number
  readonly run: number | null
  readonly place: number | null
  /** When the run's first event happened; null when that is not known. */
  readonly startedAt: number | null
}

const LAST: TimelinePlace = { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER }
const HOUR = 3_600_000
const KEY = sql`id, at, own, run, place, (SELECT first.at FROM events AS first WHERE first.id = events.run AND first.own = 0) AS startedAt`

/** At most `limit` events that fit, on one side of a place, newest first. */
export function readTimelineKeys(
  reader: Reader,
  filter: TimelineFilter,
  {
    side,
    from,
    limit,
  }: { readonly side: 'older' | 'newer'; readonly from: TimelinePlace | null; readonly limit: number },
): TimelineKey[] {
  const condition = conditionOf(reader, filter)
  if (condition === null) return []
  const { at, id } = from ?? LAST
  const [beyond, order] =
    side === 'older'
      ? [sql`(at, id) < (${at}, ${id})`, sql`at DESC, id DESC`]
      : [sql`(at, id) > (${at}, ${id})`, sql`at, id`]
  const keys = reader.all<TimelineKey>(
    sql`SELECT ${KEY} FROM events WHERE ${beyond} AND ${within(filter.range)} AND ${condition} ORDER BY ${order} LIMIT ${limit}`,
  )
  return side === 'older' ? keys : keys.reverse()
}

function within(range: TimeRange | null) {
  return range === null ? sql`1` : sql`at >= ${range.from} AND at < ${range.to}`
}

/** The time of the first and of the last event whose own time is known; null when there is none. */
export function readExtent(reader: Reader): TimeRange | null {
  const first = reader.get<{ at: number }>(sql`SELECT at FROM events WHERE own = 0 ORDER BY at LIMIT 1`)
  const last = reader.get<{ at: number }>(sql`SELECT at FROM events WHERE own = 0 ORDER BY at DESC LIMIT 1`)
  return first === undefined || last === undefined ? null : { from: first.at, to: last.at + 1 }
}

/** Events of known time per bucket and deed: `[bucket number from range.from, deed, count]`. */
export function readDensity(
  reader: Reader,
  filter: TimelineFilter,
  { from, to }: TimeRange,
  bucket: number,
): [bucket: number, deed: number, count: number][] {
  if (asksForAll(filter) && wholeHours({ from, to }, bucket, filter.range)) {
    return reader.values(
      sql`SELECT CAST((hour * ${HOUR} - ${from}) / ${bucket} AS INTEGER), deed, sum(count) FROM event_hours
          WHERE hour >= ${(filter.range?.from ?? from) / HOUR} AND hour < ${(filter.range?.to ?? to) / HOUR} GROUP BY 1, 2`,
    )
  }
  const condition = conditionOf(reader, filter)
  if (condition === null) return []
  return reader.values(
    sql`SELECT CAST((at - ${from}) / ${bucket} AS INTEGER), deed, count(*) FROM events
        WHERE own = 0 AND at >= ${from} AND at < ${to} AND ${within(filter.range)} AND ${condition} GROUP BY 1, 2`,
  )
}

/** Whether counts of whole hours are enough. */
function wholeHours({ from }: TimeRange, bucket: number, asked: TimeRange | null): boolean {
  const edges = [bucket, from, asked?.from ?? 0, asked?.to ?? 0]
  return edges.every((edge) => edge % HOUR === 0)
}

/** Events that fit, whose time is unknown (1) or implausible (2). */
export function countOdd(reader: Reader, filter: TimelineFilter): ReadonlyMap<number, number> {
  const condition = conditionOf(reader, filter)
  if (condition === null) return new Map()
  return new Map(
    reader.values<[number, number]>(
      sql`SELECT own, count(*) FROM events WHERE own > 0 AND ${within(filter.range)} AND ${condition} GROUP BY own`,
    ),
  )
}

/** How many events that fit stand in a range, by their place in the timeline. */
export function countIn(reader: Reader, filter: TimelineFilter, { from, to }: TimeRange): number {
  const condition = conditionOf(reader, filter)
  if (condition === null) return 0
  const row = reader.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM events WHERE at >= ${from} AND at < ${to} AND ${within(filter.range)} AND ${condition}`,
  )
  return row?.count ?? 0
}

/** Where one event stands; undefined when the index does not hold it. */
export function readTimelineKey(reader: Reader, id: number): TimelineKey | undefined {
  return reader.get<TimelineKey>(sql`SELECT ${KEY} FROM events WHERE id = ${id}`)
}

/** Events that fit, by the oddities of their shape. */
export function countShapes(reader: Reader, filter: TimelineFilter): ReadonlyMap<number, number> {
  const condition = conditionOf(reader, filter)
  if (condition === null) return new Map()
  return new Map(
    reader.values<[number, number]>(
      sql`SELECT shape, count(*) FROM events WHERE shape > 0 AND ${within(filter.range)} AND ${condition} GROUP BY shape`,
    ),
  )
}

export interface FacetCount {
  readonly name: string
  readonly count: number
}

/** The most frequent values of a facet among the events that fit, the most frequent first. */
export function readFacet(
  reader: Reader,
  facet: (typeof FACETS)[number],
  filter: TimelineFilter,
  limit: number,
): FacetCount[] {
  if (asksForAll(filter) && filter.range === null) {
    return reader.all(
      sql`SELECT words.word AS name, count FROM event_facets JOIN words ON words.id = event_facets.word
          WHERE facet = ${FACETS.indexOf(facet)} ORDER BY count DESC, name LIMIT ${limit}`,
    )
  }
  const condition = conditionOf(reader, filter)
  if (condition === null) return []
  const column = sql.identifier(facet)
  return reader.all(
    sql`SELECT words.word AS name, found.count FROM (
          SELECT ${column} AS word, count(*) AS count FROM events
          WHERE ${column} IS NOT NULL AND ${within(filter.range)} AND ${condition} GROUP BY 1
        ) AS found JOIN words ON words.id = found.word ORDER BY found.count DESC, name LIMIT ${limit}`,
  )
}
