import { type SQL, sql } from 'drizzle-orm'
import type { TimelineFilter, TimeRange } from '../../domain/timeline/timeline'
import type { Reader } from '../statements'
import { inRange } from './read-timeline'
import { asksForAll, inLists, type ListColumn, listNumbers, searchOf, sourceOf } from './timeline-filter'
import { FACETS } from './timeline-rows'

const HOUR = 3_600_000
/** Before any event and after any. */
const ALL_TIME: TimeRange = { from: 0, to: Number.MAX_SAFE_INTEGER - (Number.MAX_SAFE_INTEGER % HOUR) }

/** How many events there are of one kind in one bucket; bucket -1 holds those without a time of their own. */
export interface BucketCount {
  readonly bucket: number
  readonly deed: number
  readonly own: number
  readonly shape: number
  readonly count: number
}

/**
 * Counts the events that fit: those of known time per bucket and deed. Whole hours come from sums that are kept, where the
 * filter allows; the events themselves are counted at the edges, in finer buckets, and where words or missions are asked for.
 */
export function countDensity(
  reader: Reader,
  filter: TimelineFilter,
  { from, to }: TimeRange,
  bucket: number,
): BucketCount[] {
  const lists = listNumbers(reader, filter)
  if (lists === null) return []
  const asked = filter.range ?? ALL_TIME
  const drawn = { from: Math.max(from, asked.from), to: Math.min(to, asked.to) }
  const condition = inLists(lists)
  const found: BucketCount[] = []
  if (needsEvents(filter)) found.push(...known(reader, filter, condition, drawn, from, bucket))
  else {
    const { hours, edges } = bucket % HOUR === 0 ? wholeHours(drawn) : { hours: null, edges: [drawn] }
    if (hours !== null) found.push(...summed(reader, filter, condition, hours, from, bucket))
    for (const edge of edges) found.push(...known(reader, filter, condition, edge, from, bucket))
  }
  return [...found, ...odd(reader, filter, condition)]
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

function known(
  reader: Reader,
  { text }: TimelineFilter,
  condition: SQL,
  range: TimeRange,
  from: number,
  bucket: number,
): BucketCount[] {
  const source = sourceOf(text)
  return reader.all<BucketCount>(
    sql`SELECT CAST((events.at - ${from}) / ${bucket} AS INTEGER) AS bucket, events.deed, 0 AS own, 0 AS shape, count(*) AS count
        FROM ${source.from} WHERE ${source.fits} AND events.own = 0 AND ${inRange(range)} AND ${condition} GROUP BY 1, 2`,
  )
}

function summed(
  reader: Reader,
  filter: TimelineFilter,
  condition: SQL,
  { from: first, to: last }: TimeRange,
  from: number,
  bucket: number,
): BucketCount[] {
  const within = sql`events.hour >= ${first / HOUR} AND events.hour < ${last / HOUR}`
  const table = asksForAll(filter) ? sql`event_hours AS events` : sql`event_cube AS events`
  const own = asksForAll(filter) ? sql`1` : sql`events.odd = 0`
  return reader.all<BucketCount>(
    sql`SELECT CAST((events.hour * ${HOUR} - ${from}) / ${bucket} AS INTEGER) AS bucket, events.deed, 0 AS own, 0 AS shape, sum(events.count) AS count
        FROM ${table} WHERE ${within} AND ${own} AND ${condition} GROUP BY 1, 2`,
  )
}

/** Events whose time is unknown or implausible, and those of odd shapes, wherever they stand. */
function odd(reader: Reader, { text, range }: TimelineFilter, condition: SQL): BucketCount[] {
  const search = searchOf(text)
  const fits =
    search === null ? sql`1` : sql`events.id IN (SELECT rowid FROM event_text WHERE event_text MATCH ${search})`
  const count = (column: SQL, own: SQL, shape: SQL) =>
    reader.all<BucketCount>(
      sql`SELECT -1 AS bucket, 0 AS deed, ${own} AS own, ${shape} AS shape, count(*) AS count
          FROM events WHERE ${column} > 0 AND ${inRange(range)} AND ${condition} AND ${fits} GROUP BY ${column}`,
    )
  const nothing = sql`0`
  return [...count(sql`events.own`, sql`events.own`, nothing), ...count(sql`events.shape`, nothing, sql`events.shape`)]
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
  const columns = sql`coalesce(events.agent, 0) AS agent, coalesce(events.action, 0) AS action, coalesce(events.status, 0) AS status`
  const source = sourceOf(filter.text)
  const counted = edges.flatMap((edge) =>
    reader.all<Combination>(
      sql`SELECT ${columns}, count(*) AS count FROM ${source.from}
          WHERE ${source.fits} AND ${inRange(edge)} AND ${inLists(lists)} GROUP BY 1, 2, 3`,
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
