import { type SQL, sql } from 'drizzle-orm'
import type { TimelineFilter, TimeRange } from '../../domain/timeline/timeline'
import type { Reader } from '../statements'
import { inLists, type ListColumn, listNumbers, searchOf } from './timeline-filter'
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
/** Which events follow a place, and how many of them. */
export interface KeysFrom {
  readonly side: 'older' | 'newer'
  readonly from: TimelinePlace | null
  readonly limit: number
}

const LAST: TimelinePlace = { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER }
const KEY = sql`events.id, events.at, events.own, events.run, events.place,
  (SELECT first.at FROM events AS first WHERE first.id = events.run AND first.own = 0) AS startedAt`
/** A text that fits fewer events is answered by looking all of them up. */
const FEW = 3_000
/** Events that are looked through at once for a text that many fit, and the most when they prove to be rare there. */
const CHUNK = 2_000
const LARGEST_CHUNK = 64_000

/** At most `limit` events that fit, on one side of a place, newest first. */
export function readTimelineKeys(reader: Reader, filter: TimelineFilter, wanted: KeysFrom): TimelineKey[] {
  const lists = listNumbers(reader, filter)
  if (lists === null) return []
  const search = searchOf(filter.text)
  const keys =
    search === null
      ? keysByList(reader, lists, filter.range, wanted)
      : keysByWords(reader, search, sql`${inRange(filter.range)} AND ${inLists(lists)}`, wanted)
  return wanted.side === 'older' ? keys : keys.reverse()
}

/** The events of a text: looked up one by one where there are few, else found by looking through the timeline. */
function keysByWords(reader: Reader, search: string, rest: SQL, wanted: KeysFrom): TimelineKey[] {
  const ids = reader
    .values<[number]>(sql`SELECT rowid FROM event_text WHERE event_text MATCH ${search} LIMIT ${FEW}`)
    .map(([id]) => id)
  if (ids.length === FEW) return keysByLooking(reader, search, rest, wanted)
  const found = sql`json_each(${JSON.stringify(ids)}) AS found CROSS JOIN events ON events.id = found.value`
  return select(reader, found, rest, wanted)
}

/** The events that fit lists: those of the rarest list's values, each in its own order, and then merged. */
function keysByList(
  reader: Reader,
  lists: ReadonlyMap<ListColumn, readonly number[]>,
  range: TimeRange | null,
  wanted: KeysFrom,
): TimelineKey[] {
  const lead = rarest(reader, lists)
  if (lead === null) return select(reader, sql`events`, inRange(range), wanted)
  const others = new Map([...lists].filter(([column]) => column !== lead))
  // The other lists only check what the lead finds: an index of theirs would not be in the order of time.
  const rest = sql`${inRange(range)} AND ${inLists(others)}`
  const found = (lists.get(lead) ?? []).flatMap((number) =>
    select(
      reader,
      sql`events INDEXED BY ${sql.identifier(`events_${lead}`)}`,
      sql`events.${sql.identifier(lead)} = ${number} AND ${rest}`,
      wanted,
    ),
  )
  return found.sort(wanted.side === 'older' ? newestFirst : (a, b) => newestFirst(b, a)).slice(0, wanted.limit)
}

function newestFirst(left: TimelinePlace, right: TimelinePlace): number {
  return right.at - left.at || right.id - left.id
}

/** The list that the fewest events fit; null without any. */
function rarest(reader: Reader, lists: ReadonlyMap<ListColumn, readonly number[]>): ListColumn | null {
  if (lists.has('mission')) return 'mission'
  const counted = FACETS.flatMap((facet, at) => {
    const numbers = lists.get(facet)
    if (numbers === undefined) return []
    const row = reader.get<{ count: number | null }>(
      sql`SELECT sum(count) AS count FROM event_facets WHERE facet = ${at} AND word IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`,
    )
    return [{ facet, count: row?.count ?? 0 }]
  })
  return counted.sort((left, right) => left.count - right.count)[0]?.facet ?? null
}

/** The events of a text that many fit: looks through the timeline in order, in chunks, until there are enough. */
function keysByLooking(reader: Reader, search: string, rest: SQL, { side, from, limit }: KeysFrom): TimelineKey[] {
  const found: TimelineKey[] = []
  let place = from
  for (let size = CHUNK; found.length < limit; size = Math.min(2 * size, LARGEST_CHUNK)) {
    const chunk = reader.values<[at: number, id: number]>(
      sql`SELECT at, id FROM events WHERE ${beyond(side, place)} AND ${rest} ORDER BY ${orderOf(side)} LIMIT ${size}`,
    )
    const ids = chunk.map(([, id]) => id)
    const fitting = new Set(
      reader
        .values<[number]>(
          sql`SELECT rowid FROM event_text WHERE event_text MATCH ${search} AND rowid BETWEEN ${smallest(ids)} AND ${largest(ids)}`,
        )
        .map(([id]) => id),
    )
    const wanted = ids.filter((id) => fitting.has(id)).slice(0, limit - found.length)
    const keys = new Map(keysOf(reader, wanted).map((key) => [key.id, key]))
    found.push(...wanted.flatMap((id) => keys.get(id) ?? []))
    const [last] = chunk.slice(-1)
    if (chunk.length < size || last === undefined) break
    place = { at: last[0], id: last[1] }
  }
  return found
}

function smallest(ids: readonly number[]): number {
  return ids.reduce((least, id) => Math.min(least, id), Number.MAX_SAFE_INTEGER)
}

function largest(ids: readonly number[]): number {
  return ids.reduce((most, id) => Math.max(most, id), 0)
}

function keysOf(reader: Reader, ids: readonly number[]): TimelineKey[] {
  if (ids.length === 0) return []
  return reader.all<TimelineKey>(
    sql`SELECT ${KEY} FROM events WHERE events.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
}

function select(reader: Reader, from: SQL, condition: SQL, wanted: KeysFrom): TimelineKey[] {
  return reader.all<TimelineKey>(
    sql`SELECT ${KEY} FROM ${from} WHERE ${condition} AND ${beyond(wanted.side, wanted.from)}
        ORDER BY ${orderOf(wanted.side)} LIMIT ${wanted.limit}`,
  )
}

function beyond(side: KeysFrom['side'], from: TimelinePlace | null): SQL {
  const { at, id } = from ?? LAST
  return side === 'older' ? sql`(events.at, events.id) < (${at}, ${id})` : sql`(events.at, events.id) > (${at}, ${id})`
}

function orderOf(side: KeysFrom['side']): SQL {
  return side === 'older' ? sql`events.at DESC, events.id DESC` : sql`events.at, events.id`
}

/** The condition that an event stands in a range of time. */
export function inRange(range: TimeRange | null): SQL {
  return range === null ? sql`1` : sql`events.at >= ${range.from} AND events.at < ${range.to}`
}

/** Where one event stands; undefined when the index does not hold it. */
export function readTimelineKey(reader: Reader, id: number): TimelineKey | undefined {
  return keysOf(reader, [id])[0]
}

/** The time of the first and of the last event whose own time is known; null when there is none. */
export function readExtent(reader: Reader): TimeRange | null {
  const first = reader.get<{ at: number }>(sql`SELECT at FROM events WHERE own = 0 ORDER BY at LIMIT 1`)
  const last = reader.get<{ at: number }>(sql`SELECT at FROM events WHERE own = 0 ORDER BY at DESC LIMIT 1`)
  return first === undefined || last === undefined ? null : { from: first.at, to: last.at + 1 }
}
