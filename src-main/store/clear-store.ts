import { sql } from 'drizzle-orm'
import type { TableCounts } from '../domain/backup'
import { DomainError } from '../domain/fault'
import { type Capabilities, lockedTable } from './capabilities'
import type { Reader, Store } from './store'

/** Rows that a workspace gathers; what depends on a row comes before it. Tables nobody here knows are left alone. */
const GATHERED = [
  'mission_dependencies',
  'context_snapshots',
  'strategic_decisions',
  'session_missions',
  'sessions',
  'session_events',
  'telemetry_events',
  'prompt_mappings',
  'missions',
  'sprints',
  'contexts',
] as const
const CLEARED_GENERATIONS = new Set(['v1', 'v1.5'])

/** A context as it stands in a store that was cleared. */
export interface ClearedContext {
  readonly id: string
  readonly sourcePath: string
  readonly content: string
}

/** The rows that clearing would take, by table; tables without any are not named. */
export function clearableRows(reader: Reader, capabilities: Capabilities): TableCounts {
  const counts = tablesOf(capabilities).map((table): [string, number] => {
    const [row] = reader.all<{ rows: number }>(sql`SELECT count(*) AS rows FROM ${sql.identifier(table)}`)
    return [table, row?.rows ?? 0]
  })
  return Object.fromEntries(counts.filter(([, rows]) => rows > 0))
}

/** Refuses stores that other programs keep in step with a server: what is deleted there comes back, or is missed. */
export function requireClearable(capabilities: Capabilities, path: string): void {
  if (!capabilities.writable) throw new DomainError('read_only', capabilities.readOnlyReason ?? '', { path })
  if (!CLEARED_GENERATIONS.has(capabilities.generation)) {
    throw new DomainError(
      'unsupported',
      `${path} is a store of generation ${capabilities.generation}, whose rows other programs keep in step elsewhere, so it is not emptied. Create a new workspace instead.`,
      { path, generation: capabilities.generation },
    )
  }
  for (const table of tablesOf(capabilities)) {
    const unknown = capabilities.tables.get(table)?.unknownRequired
    if (unknown) throw new DomainError('read_only', lockedTable(table, unknown), { table, column: unknown })
  }
}

/**
 * Takes every gathered row out of a store and puts fresh contexts in, all of it or nothing; what was there is
 * overwritten in the file. Answers false, and changes nothing, when another program committed after `version` was read.
 */
export function clearStore(
  store: Store,
  fresh: { readonly version: number; readonly at: string; readonly contexts: readonly ClearedContext[] },
): boolean {
  requireClearable(store.capabilities, store.path)
  return store.write((tx) => {
    if (store.dataVersion() !== fresh.version) return false
    tx.all(sql`PRAGMA secure_delete = ON`)
    for (const table of tablesOf(store.capabilities)) tx.run(sql`DELETE FROM ${sql.identifier(table)}`)
    for (const { id, sourcePath, content } of fresh.contexts) {
      tx.run(
        sql`INSERT INTO contexts (id, source_path, content, updated_at) VALUES (${id}, ${sourcePath}, ${content}, ${fresh.at})`,
      )
    }
    tx.run(
      sql`INSERT INTO metadata (key, value) VALUES ('seeded_at', ${fresh.at}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    )
    return true
  })
}

function tablesOf(capabilities: Capabilities): string[] {
  return GATHERED.filter((table) => capabilities.tables.has(table))
}
