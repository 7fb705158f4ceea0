import { sql } from 'drizzle-orm'
import type { Reader } from './store'

const LISTED = 20

/** What SQLite finds wrong with the store's pages, indexes and foreign keys; empty when it is sound. */
export function findDamage(reader: Reader): string[] {
  const integrity = reader
    .all<{ integrity_check: string }>(sql`PRAGMA integrity_check(${sql.raw(String(LISTED))})`)
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  const references = reader
    .all<{ table: string; rowid: number | null; parent: string }>(sql`PRAGMA foreign_key_check`)
    .map((row) => `${row.table} row ${row.rowid ?? '?'} refers to a row of ${row.parent} that does not exist`)
  const hidden = references.length - LISTED
  return [
    ...integrity,
    ...references.slice(0, LISTED),
    ...(hidden > 0 ? [`and ${hidden} more missing references`] : []),
  ]
}
