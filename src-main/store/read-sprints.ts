import { sql } from 'drizzle-orm'
import type { Reader } from './store'
import { textOrEmpty, textOrNull } from './stored-value'

/** A sprint's row as stored, without the counters that nobody maintains. */
export interface SprintRow {
  readonly id: string
  readonly title: string
  readonly focus: string | null
  readonly status: string | null
  readonly startDate: string | null
  readonly endDate: string | null
}

/** More sprints than any workspace has; a store that holds more shows the first ones. */
const MOST_SPRINTS = 5_000

/** All sprints in row order. */
export function readSprints(reader: Reader): SprintRow[] {
  return reader
    .values<unknown[]>(
      sql`SELECT id, title, focus, status, start_date, end_date FROM sprints WHERE id IS NOT NULL ORDER BY rowid LIMIT ${MOST_SPRINTS}`,
    )
    .map(([id, title, focus, status, startDate, endDate]) => ({
      id: textOrEmpty(id),
      title: textOrEmpty(title),
      focus: textOrNull(focus),
      status: textOrNull(status),
      startDate: textOrNull(startDate),
      endDate: textOrNull(endDate),
    }))
}
