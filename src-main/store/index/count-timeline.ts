import { type SQL, sql } from 'drizzle-orm'
import type { TimelineFilter, TimeRange } from '../../domain/timeline/timeline'
import type { Reader } from '../statements'
import { inRange } from './read-timeline'
import { asksForAll, inLists, type ListColumn, listNumbers, searchOf, sourceOf } from './timeline-filter'
import { FACETS } from './timeline-rows'

const HOUR = 3_600_000
/** Words have smaller numbers than this, so that three of them fit in one whole number. */
const LARGEST_WORD = 2 ** 21 - 1
/** Before any event and after any. */
const ALL_TIME: TimeRange = { from: 0, to: Number.MAX_SAFE_INTEGER - (Number.MAX_SAFE_INTEGER % HOUR) }

/** What a density is made of. */
export interface DensityCounts {
  /** Events of known time per bucket and deed. */
  readonly known: readonly (readonly [bucket: number, deed: number, count: number])[]
  /** Events whose time is unknown (1) or implausible (2), and events by the oddities of their shape. */
  readonly own: ReadonlyMap<number, number>
  readonly shapes: ReadonlyMap<number, number>
}
type Known = [bucket: number, deed: number, count: number]

/**
 * Counts the events that fit. Whole hours come from sums that are kept, where the filter allows; the events themselves are
 * counted at the edges, in finer buckets, and where words or missions are asked for.
 */
export function countDensity(
  reader: Reader,
  filter: TimelineFilter,
  { from, to }: TimeRange,
  bucket: number,
): DensityCounts {
  const lists = listNumbers(reader, filter)
  if (lists === null) return { known: [], own: new Map(), shapes: new Map() }
  const condition = inLists(lists)
  if (searchOf(filter.text) !== null) return countFound(reader, filter, condition, from, bucket)
  const asked = filter.range ?? ALL_TIME
  const drawn = { from: Math.max(from, asked.from), to: Math.min(to, asked.to) }
  const sums = !needsEvents(filter) && bucket % HOUR === 0
  const { hours, edges } = sums ? wholeHours(drawn) : { hours: null, edges: [drawn] }
  const known = edges.flatMap((edge) =>
    reader.values<Known>(
      sql`SELECT CAST((events.at - ${from}) / ${bucket} AS INTEGER), events.deed, count(*) FROM events
          WHERE events.own = 0 AND ${inRange(edge)} AND ${condition} GROUP BY 1, 2`,
    ),
  )
  const odd = (column: SQL, index: SQL) =>
    new Map(
      reader.values<[number, number]>(
        sql`SELECT ${column}, count(*) FROM events INDEXED BY ${index}
            WHERE ${column} > 0 AND ${inRange(filter.range)} AND ${condition} GROUP BY 1`,
      ),
    )
  return {
    known: hours === null ? known : [...known, ...summed(reader, filter, condition, hours, from, bucket)],
    own: odd(sql`events.own`, sql`events_odd`),
    shapes: odd(sql`events.shape`, sql`events_shape`),
  }
}

/** The same for events that are found by their words, all in one pass. */
function countFound(
  reader: Reader,
  { text, range }: TimelineFilter,
  condition: SQL,
  from: number,
  bucket: number,
): DensityCounts {
  const source = sourceOf(text)
  // One number is grouped by much faster than four: 3 bits of shape, 2 of own, 2 of deed, then the bucket.
  const rows = reader
    .values<[number, number]>(
      sql`SELECT iif(events.own = 0, CAST((events.at - ${from}) / ${bucket} AS INTEGER), 0) * 128
            + events.deed * 32 + events.own * 8 + events.shape, count(*)
          FROM ${source.from} WHERE ${source.fits} AND ${inRange(range)} AND ${condition} GROUP BY 1`,
    )
    .map(([key, count]) => [Math.floor(key / 128), (key >> 5) & 3, count, (key >> 3) & 3, key & 7] as const)
  const sums = (at: 3 | 4) => {
    const found = new Map<number, number>()
    for (const row of rows) if (row[at] > 0) found.set(row[at], (found.get(row[at]) ?? 0) + row[2])
    return found
  }
  const known = rows.filter((row) => row[3] === 0).map(([at, deed, count]): Known => [at, deed, count])
  return { known, own: sums(3), shapes: sums(4) }
}

/** Whether the sums by the hour, which know agents, actions and statuses, are not enough. */
function needsEvents({ text, missions }: TimelineFilter): boolean {
  return searchOf(text) !== null || missions.length > 0
}

/** A range as the whole hours in it, and what is left at its edges. */
function wholeHours({ from, to }: TimeRange): { hours: TimeRange | null; edges: TimeRange[] } {
  const first = Math.ceil(from / HOUR) * HOUR
  const last = Math.floor(to / HOUR) * HOUR
  if (first >= last) return { hours: null, edges: from < to ? [{ from, to }] : [] }
  const edges = [
    { from, to: first },
    { from: last, to },
  ]
  return { hours: { from: first, to: last }, edges: edges.filter((edge) => edge.from < edge.to) }
}

function summed(
  reader: Reader,
  filter: TimelineFilter,
  condition: SQL,
  { from: first, to: last }: TimeRange,
  from: number,
  bucket: number,
): Known[] {
  const within = sql`events.hour >= ${first / HOUR} AND events.hour < ${last / HOUR}`
  const table = asksForAll(filter) ? sql`event_hours AS events` : sql`event_cube AS events`
  const own = asksForAll(filter) ? sql`1` : sql`events.odd = 0`
  return reader.values<Known>(
    sql`SELECT CAST((events.hour * ${HOUR} - ${from}) / ${bucket} AS INTEGER), events.deed, sum(events.count)
        FROM ${table} WHERE ${within} AND ${own} AND ${condition} GROUP BY 1, 2`,
  )
}

/** How many events that fit stand in a range, by their place in the timeline. */
export function countIn(reader: Reader, filter: TimelineFilter, range: TimeRange): number {
  const lists = listNumbers(reader, filter)
  if (lists === null) return 0
  const asked = filter.range ?? ALL_TIME
  const both = { from: Math.max(range.from, asked.from), to: Math.min(range.to, asked.to) }
  const condition = inLists(lists)
  const { hours, edges } = needsEvents(filter) ? { hours: null, edges: [both] } : wholeHours(both)
  const source = sourceOf(filter.text)
  const count = (query: SQL) => reader.get<{ count: number | null }>(query)?.count ?? 0
  const whole =
    hours === null
      ? 0
      : count(
          sql`SELECT sum(count) AS count FROM event_cube AS events
              WHERE events.hour >= ${hours.from / HOUR} AND events.hour < ${hours.to / HOUR} AND ${condition}`,
        )
  return edges.reduce(
    (sum, edge) =>
      sum +
      count(
        sql`SELECT count(*) AS count FROM ${source.from} WHERE ${source.fits} AND ${inRange(edge)} AND ${condition}`,
      ),
    whole,
  )
}

/** How often each combination of agent, action and status occurs; 0 stands for none. */
export type Combination = Readonly<Record<(typeof FACETS)[number] | 'count', number>>

/** Counts the combinations among the events that fit, whatever agents, actions and statuses are asked for. */
export function countCombinations(reader: Reader, filter: TimelineFilter): Combination[] {
  const lists = listNumbers(reader, { ...filter, agents: [], actions: [], statuses: [] })
  if (lists === null) return []
  const range = filter.range ?? ALL_TIME
  const { hours, edges } = needsEvents(filter) ? { hours: null, edges: [range] } : wholeHours(range)
  const source = sourceOf(filter.text)
  const counted = edges.flatMap((edge) =>
    reader.all<Combination>(
      sql`SELECT key >> 42 AS agent, (key >> 21) & ${LARGEST_WORD} AS action, key & ${LARGEST_WORD} AS status, count FROM (
            SELECT (coalesce(events.agent, 0) << 42) | (coalesce(events.action, 0) << 21) | coalesce(events.status, 0) AS key,
              count(*) AS count
            FROM ${source.from} WHERE ${source.fits} AND ${inRange(edge)} AND ${inLists(lists)} GROUP BY 1
          )`,
    ),
  )
  if (hours === null) return counted
  const summed = reader.all<Combination>(
    sql`SELECT agent, action, status, sum(count) AS count FROM event_cube
        WHERE hour >= ${hours.from / HOUR} AND hour < ${hours.to / HOUR} GROUP BY 1, 2, 3`,
  )
  return [...summed, ...counted]
}

/** The numbers that the filter's lists name, for judging combinations; undefined where nothing is asked for. */
export function askedNumbers(reader: Reader, filter: TimelineFilter): ReadonlyMap<ListColumn, readonly number[]> {
  const each = (['agents', 'actions', 'statuses'] as const).map((list) =>
    listNumbers(reader, {
      ...filter,
      text: '',
      missions: [],
      agents: [],
      actions: [],
      statuses: [],
      [list]: filter[list],
    }),
  )
  const lists = FACETS.flatMap((facet, at): [ListColumn, readonly number[]][] => {
    const found = each[at]
    if (found === null) return [[facet, []]]
    const numbers = found?.get(facet)
    return numbers === undefined ? [] : [[facet, numbers]]
  })
  return new Map(lists)
}

/** The words of numbers. */
export function wordsOf(reader: Reader, numbers: readonly number[]): ReadonlyMap<number, string> {
  return new Map(
    reader.values<[number, string]>(
      sql`SELECT id, word FROM words WHERE id IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`,
    ),
  )
}
