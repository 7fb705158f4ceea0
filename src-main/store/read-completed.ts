import { sql } from 'drizzle-orm'
import type { Reader } from './store'

/** The ids of all completed missions, by id. */
export function readCompletedIds(reader: Reader): string[] {
  const rows = reader.all<{ id: unknown }>(sql`SELECT id FROM missions WHERE status = 'Completed' ORDER BY id`)
  return rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
}
