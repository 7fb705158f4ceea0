import { sql } from 'drizzle-orm'
import type { Reader } from './store'

/** Whether a context ever had the content of a hash, as far as its snapshots go back. */
export function holdsSnapshot(reader: Reader, context: string, hash: string): boolean {
  const found = reader.values<unknown[]>(
    sql`SELECT 1 FROM context_snapshots WHERE context_id = ${context} AND content_hash = ${hash} LIMIT 1`,
  )
  return found.length > 0
}
