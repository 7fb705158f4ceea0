import { sql } from 'drizzle-orm'
import type { Reader, Store } from './store'

export interface StoreCounts {
  readonly missions: number
  readonly sprints: number
  readonly sessionEvents: number
}

interface Counted {
  readonly upTo: number
  readonly events: number
}

/** Counting a million events takes long, and the log only grows: once counted, only what came since is. */
const counted = new WeakMap<Store, Counted>()

/** How many missions, sprints and session events the store holds. */
export function readCounts(store: Store): StoreCounts {
  return store.read((reader) => {
    const [row] = reader.all<Omit<StoreCounts, 'sessionEvents'>>(
      sql`SELECT (SELECT count(*) FROM missions) AS missions, (SELECT count(*) FROM sprints) AS sprints`,
    )
    const events = countEvents(reader, counted.get(store))
    counted.set(store, events)
    return { missions: row?.missions ?? 0, sprints: row?.sprints ?? 0, sessionEvents: events.events }
  })
}

function countEvents(reader: Reader, before: Counted = { upTo: 0, events: 0 }): Counted {
  const [last] = reader.all<{ id: number | null }>(sql`SELECT max(id) AS id FROM session_events`)
  const upTo = last?.id ?? 0
  // The newest event is gone: rows were removed, so nothing counted before holds.
  const known = upTo < before.upTo ? { upTo: 0, events: 0 } : before
  const [row] = reader.all<{ events: number }>(
    sql`SELECT count(*) AS events FROM session_events WHERE id > ${known.upTo} AND id <= ${upTo}`,
  )
  return { upTo, events: known.events + (row?.events ?? 0) }
}
