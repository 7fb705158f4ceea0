import { type SQL, sql } from 'drizzle-orm'
import type { StoredEvent } from '../domain/stored-event'
import type { Reader } from './store'
import { textOrNull } from './stored-value'

const COLUMNS = sql`id, ts, agent, mission, action, status, summary, next_hint, raw_event`

/** The events with the given ids, newest first; ids of rows that are gone are left out. */
export function readEventsById(reader: Reader, ids: readonly number[]): StoredEvent[] {
  if (ids.length === 0) return []
  return select(
    reader,
    sql`WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY id DESC LIMIT ${ids.length}`,
  )
}

/** The newest events of all missions. */
export function readNewestEvents(reader: Reader, limit: number): StoredEvent[] {
  return select(reader, sql`ORDER BY id DESC LIMIT ${limit}`)
}

/** The events before an id, newest first. */
export function readEventsBefore(reader: Reader, id: number, limit: number): StoredEvent[] {
  return select(reader, sql`WHERE id < ${id} ORDER BY id DESC LIMIT ${limit}`)
}

/** The events after an id, oldest first. */
export function readEventsAfter(reader: Reader, id: number, limit: number): StoredEvent[] {
  return select(reader, sql`WHERE id > ${id} ORDER BY id LIMIT ${limit}`)
}

/** A mission's events newest first, by looking through the log: for stores with an index on mission, or a short log. */
export function readEventsOfMission(
  reader: Reader,
  mission: string,
  before: number | undefined,
  limit: number,
): StoredEvent[] {
  return select(
    reader,
    sql`WHERE mission = ${mission} AND id < ${before ?? Number.MAX_SAFE_INTEGER} ORDER BY id DESC LIMIT ${limit}`,
  )
}

/** The id of the newest event; 0 in an empty log. */
export function readNewestEventId(reader: Reader): number {
  const [row] = reader.values<[unknown]>(sql`SELECT max(id) FROM session_events`)
  return Number(row?.[0] ?? 0)
}

/** What the event index keeps of an event. */
export interface EventKey {
  readonly id: number
  readonly ts: string | null
  readonly agent: string | null
  readonly mission: string | null
  readonly action: string | null
}

/** A batch of event keys on one side of an id: older ones newest first, or newer ones oldest first. */
export function readEventKeys(reader: Reader, side: 'older' | 'newer', id: number, limit: number): EventKey[] {
  const range = side === 'older' ? sql`id < ${id} ORDER BY id DESC` : sql`id > ${id} ORDER BY id`
  return reader
    .values<unknown[]>(sql`SELECT id, ts, agent, mission, action FROM session_events WHERE ${range} LIMIT ${limit}`)
    .map(([key, ts, agent, mission, action]) => ({
      id: Number(key),
      ts: textOrNull(ts),
      agent: textOrNull(agent),
      mission: textOrNull(mission),
      action: textOrNull(action),
    }))
}

function select(reader: Reader, rest: SQL): StoredEvent[] {
  return reader.values<unknown[]>(sql`SELECT ${COLUMNS} FROM session_events ${rest}`).map((row) => ({
    id: Number(row[0]),
    ts: textOrNull(row[1]),
    agent: textOrNull(row[2]),
    mission: textOrNull(row[3]),
    action: textOrNull(row[4]),
    status: textOrNull(row[5]),
    summary: textOrNull(row[6]),
    nextHint: textOrNull(row[7]),
    rawEvent: textOrNull(row[8]),
  }))
}
