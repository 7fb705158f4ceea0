import type { SessionEvent } from '../../domain/session-event'
import { sessionEventOf } from '../../domain/stored-event'
import { readNewestEvents } from '../../store/read-events'
import type { Store } from '../../store/store'

/** The newest session events, newest first. */
export function recentSessions(store: Store, limit: number): SessionEvent[] {
  // A planning session's id is told by its form; whether a mission has the same one does not matter here.
  return store.read((reader) => readNewestEvents(reader, limit)).map((event) => sessionEventOf(event, () => false))
}
