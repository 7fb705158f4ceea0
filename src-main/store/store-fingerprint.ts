import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { TableCounts } from '../domain/backup'

/** What two equal stores have in common: the rows of each table, and the text of everything that was created in it. */
export interface Fingerprint {
  readonly tables: TableCounts
  readonly schemaHash: string
}

/** Takes a store's fingerprint; inside a read transaction it belongs to one moment. */
export function readFingerprint(client: Database): Fingerprint {
  const objects = client
    .prepare('SELECT type, name, tbl_name AS "table", sql FROM sqlite_master ORDER BY type, name')
    .all() as { type: string; name: string; table: string; sql: string | null }[]
  // Counting a virtual table needs its module; its rows lie in plain tables that are counted.
  const plain = objects.filter(({ type, sql }) => type === 'table' && !/^\s*CREATE\s+VIRTUAL/i.test(sql ?? ''))
  return {
    tables: Object.fromEntries(plain.map(({ name }) => [name, countRows(client, name)])),
    schemaHash: createHash('sha256').update(JSON.stringify(objects)).digest('hex'),
  }
}

function countRows(client: Database, table: string): number {
  return Number(
    client
      .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get(),
  )
}
