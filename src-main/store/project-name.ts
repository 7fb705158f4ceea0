import { sql } from 'drizzle-orm'
import type { Reader } from './store'

/** The name a newer store gives its project; empty when it has none. */
export function readProjectName(reader: Reader): string {
  const [row] = reader.all<{ value: unknown }>(sql`SELECT value FROM metadata WHERE key = 'project_name' LIMIT 1`)
  return typeof row?.value === 'string' ? row.value.trim() : ''
}
