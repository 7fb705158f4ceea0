import type { SessionEvent } from '../domain/session-event'
import { type StoredEvent, sessionEventOf } from '../domain/stored-event'
import { readEventsById, readEventsOfMission, readNewestEventId, readNewestEvents } from './read-events'
import type { Reads, Surroundings } from './reads'

/** So many events are looked through in a few milliseconds; a longer log is asked through the index. */
const SHORT_LOG = 60_000

/** A page of a mission's own events as stored, newest first; `more` says that older ones follow. */
export async function readStoredEvents(
  reads: Reads,
  page: { readonly id: string; readonly before?: number | undefined; readonly limit: number },
): Promise<{ events: StoredEvent[]; more: boolean }> {
  const { store, events } = reads
  const { id, before, limit } = page
  events.catchUp()
  if (!events.complete && store.read(readNewestEventId) > SHORT_LOG) await events.whenComplete()
  const found = events.complete
    ? store.read((reader) => readEventsById(reader, idsFrom(events.idsOf(id), before, limit + 1)))
    : store.read((reader) => readEventsOfMission(reader, id, before, limit + 1))
  return { events: found.slice(0, limit), more: found.length > limit }
}

/** A page of a mission's own timeline, newest first. */
export async function readMissionEvents(
  reads: Reads,
  page: { readonly id: string; readonly before?: number | undefined; readonly limit: number },
): Promise<{ events: SessionEvent[]; more: boolean }> {
  const { events, more } = await readStoredEvents(reads, page)
  const isMission = missionTest(reads)
  return { events: events.map((event) => sessionEventOf(event, isMission)), more }
}

/** The newest events of the whole log. */
export function readRecentEvents(reads: Reads, limit: number): SessionEvent[] {
  const isMission = missionTest(reads)
  return reads.store.read((reader) => readNewestEvents(reader, limit)).map((event) => sessionEventOf(event, isMission))
}

/** The newest event of each of a few missions. */
export function readLastEvents(
  reads: Reads,
  around: Surroundings,
  missions: readonly string[],
): ReadonlyMap<string, SessionEvent> {
  const newest = missions.flatMap((id) => around.events.idsOf(id).slice(0, 1))
  const events = reads.store.read((reader) => readEventsById(reader, newest))
  const isMission = missionTest(reads)
  return new Map(
    events.flatMap((event) => (event.mission === null ? [] : [[event.mission, sessionEventOf(event, isMission)]])),
  )
}

function missionTest(reads: Reads): (id: string) => boolean {
  const backlog = reads.backlog()
  return (id) => backlog.mission(id) !== undefined
}

function idsFrom(ids: readonly number[], before: number | undefined, limit: number): readonly number[] {
  const older = before === undefined ? ids : ids.filter((id) => id < before)
  return older.slice(0, limit)
}
