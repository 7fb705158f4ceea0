import { sql } from 'drizzle-orm'
import type { Reader } from './store'

export interface StoreCounts {
  readonly missions: number
  readonly sprints: number
  readonly sessionEvents: number
}

/** How many missions, sprints and session events the store holds. */
export function readCounts(reader: Reader): StoreCounts {
  const [counts] = reader.all<StoreCounts>(
    sql`SELECT (SELECT count(*) FROM missions) AS missions, (SELECT count(*) FROM sprints) AS sprints, (SELECT count(*) FROM session_events) AS sessionEvents`,
  )
  return counts ?? { missions: 0, sprints: 0, sessionEvents: 0 }
}
