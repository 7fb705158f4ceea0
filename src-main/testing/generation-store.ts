import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { FIXTURE_ROWS, type FixtureRow } from './generation-rows'
import { type FixtureGeneration, generationSchema } from './generation-schema'

/** A little after the last thing that happened in the fixtures. */
export const FIXTURE_NOW = Date.parse('2025-11-08T12:00:00Z')

/** Writes a store of a generation with the rows that real stores of it hold; `db/cmos.sqlite` under the given root. */
export function writeGenerationStore(
  root: string,
  generation: FixtureGeneration,
  options: { readonly journal?: 'delete' | 'wal' } = {},
): string {
  const path = join(root, 'db', 'cmos.sqlite')
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { force: true })
  const client = new Database(path)
  client.pragma(`journal_mode = ${options.journal ?? 'delete'}`)
  client.exec(generationSchema(generation))
  client.transaction(() => {
    for (const [table, rows] of Object.entries(FIXTURE_ROWS)) insertRows(client, table, rows)
    const label = LABELS[generation]
    if (label !== undefined) insertRows(client, 'metadata', [{ key: 'schema_version', value: label }])
  })()
  client.close()
  return path
}

/** What the store says of itself, which decides nothing. */
const LABELS: Partial<Record<FixtureGeneration, string>> = {
  'v2.0': '2.0',
  'v2.1': '2.1',
  'v2.4': '2.4',
  v3: '2.1',
  newer: '9.9',
}

const VERBS: Readonly<Record<string, string>> = {
  sprints: 'sprint_added',
  missions: 'mission_added',
  sessions: 'session_started',
  context_snapshots: 'snapshot_taken',
}

/** Inserts what the table has columns for, stamped with who wrote it where the generation wants that. */
function insertRows(client: Database.Database, table: string, rows: readonly FixtureRow[]): void {
  const columns = new Set(client.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[])
  if (columns.size === 0) return
  rows.forEach((row, index) => {
    const stamped: FixtureRow = { ...row, ...stamp(table, index), ...(table === 'missions' ? { shard: 'a' } : {}) }
    const present = Object.entries(stamped).filter(([name]) => columns.has(name))
    const names = present.map(([name]) => name)
    client
      .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
      .run(present.map(([, value]) => value))
  })
}

function stamp(table: string, index: number): FixtureRow {
  const verb = VERBS[table]
  if (verb === undefined) return {}
  return {
    project_id: 'fixture',
    stable_event_id: `01JC${table}${index}`,
    occurred_at: FIXTURE_NOW,
    origin_seq: index + 1,
    event_type: verb,
  }
}
