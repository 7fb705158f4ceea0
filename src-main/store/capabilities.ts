import type { Database } from 'better-sqlite3'
import { DomainError } from '../domain/fault'
import { type ForeignObject, foreignObjects, type SchemaObject } from './known-objects'

export type Generation = 'v1' | 'v1.5' | 'v2.0' | 'v2.1+' | 'unknown'

export interface TableShape {
  readonly columns: ReadonlySet<string>
  /** The columns that say who wrote a row: absent, present and optional, or required by a check. */
  readonly genesis: 'none' | 'nullable' | 'strict'
  /** A column that must be given a value we do not know how to choose: we then never write this table. */
  readonly unknownRequired: string | null
}

/** What the open store can hold, found by looking at its tables and columns; a version label decides nothing. */
export interface Capabilities {
  readonly generation: Generation
  /** The store's own label (`schema_version` in metadata), for people only; empty when there is none. */
  readonly label: string
  readonly writable: boolean
  readonly readOnlyReason: string | null
  /** Damage was found since it was opened. */
  readonly damaged: boolean
  readonly warnings: readonly string[]
  /** v2.0 and newer refuse moves outside their table; older stores only advise against them. */
  readonly enforcesTransitions: boolean
  readonly parking: boolean
  readonly reordering: boolean
  readonly fullText: ReadonlySet<string>
  readonly tables: ReadonlyMap<string, TableShape>
  has(table: string, column?: string): boolean
}

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  metadata: ['key', 'value'],
  sprints: ['id', 'title', 'focus', 'status', 'start_date', 'end_date', 'total_missions', 'completed_missions'],
  missions: ['id', 'sprint_id', 'name', 'status', 'completed_at', 'notes', 'metadata'],
  mission_dependencies: ['from_id', 'to_id', 'type'],
  contexts: ['id', 'source_path', 'content', 'updated_at'],
  context_snapshots: ['id', 'context_id', 'session_id', 'source', 'content_hash', 'content', 'created_at'],
  session_events: ['id', 'ts', 'agent', 'mission', 'action', 'status', 'summary', 'next_hint', 'raw_event'],
}

const GENESIS = ['project_id', 'stable_event_id', 'occurred_at', 'origin_seq', 'event_type', 'schema_version']

/** NOT NULL columns without a default that the known generations have in the tables we write. */
const KNOWN_REQUIRED: Readonly<Record<string, ReadonlySet<string>>> = {
  metadata: new Set(['key', 'value']),
  sprints: new Set(['id', 'title', ...GENESIS]),
  missions: new Set(['id', 'name', 'status', ...GENESIS]),
  mission_dependencies: new Set(['from_id', 'to_id', 'type']),
  contexts: new Set(['id', 'source_path', 'content']),
  context_snapshots: new Set(['id', 'context_id', 'content_hash', 'content', 'created_at', ...GENESIS]),
  session_events: new Set(['id', 'raw_event']),
  strategic_decisions: new Set(['id', 'context_id', 'decision_text', 'created_at', 'status', ...GENESIS]),
  constraints: new Set(['id', 'content', 'created_at', 'status', ...GENESIS]),
  learnings: new Set(['id', 'content', 'created_at', 'status', ...GENESIS]),
  next_steps: new Set(['id', 'content', 'created_at', 'status', ...GENESIS]),
}

interface ColumnRow {
  readonly table: string
  readonly name: string
  readonly required: number
  readonly fallback: string | null
}

/** Looks at a store's schema; throws `not_a_store` when the tables of a CMOS store are not all there. */
export function readCapabilities(client: Database, path: string, reasons: readonly string[]): Capabilities {
  const objects = client
    .prepare('SELECT type, name, tbl_name AS "table", sql FROM sqlite_master')
    .all() as SchemaObject[]
  const tables = tableShapes(client, objects)
  requireStore(tables, path)
  const readOnly = [...reasons, ...foreignObjects(objects).map(describeForeign)]
  const generation = generationOf(tables)
  const fullText = new Set(objects.filter((object) => /_fts$/.test(object.name)).map((object) => object.name))
  const modern = generation === 'v2.0' || generation === 'v2.1+'
  return {
    generation,
    label: storeLabel(client),
    writable: readOnly.length === 0,
    readOnlyReason: readOnly[0] ?? null,
    damaged: false,
    warnings: [...tables].flatMap(([name, shape]) =>
      shape.unknownRequired === null ? [] : [lockedTable(name, shape.unknownRequired)],
    ),
    enforcesTransitions: modern,
    parking: modern,
    reordering: !fullText.has('missions_fts'),
    fullText,
    tables,
    has: (table, column) => {
      const shape = tables.get(table)
      return shape !== undefined && (column === undefined || shape.columns.has(column))
    },
  }
}

/** The sentence for a table that needs a value nobody here knows how to choose. */
export function lockedTable(table: string, column: string): string {
  return `This store is newer than this program: ${table}.${column} must be filled and its meaning is unknown here, so ${table} is only read.`
}

function tableShapes(client: Database, objects: readonly SchemaObject[]): ReadonlyMap<string, TableShape> {
  // Virtual tables are skipped: without their module even asking for their columns throws.
  const names = objects
    .filter((object) => object.type === 'table' && object.sql !== null && !/^\s*CREATE\s+VIRTUAL/i.test(object.sql))
    .map((object) => object.name)
  const rows = client
    .prepare(
      'SELECT t.value AS "table", c.name, c."notnull" AS required, c.dflt_value AS fallback FROM json_each(?) t, pragma_table_info(t.value) c',
    )
    .all(JSON.stringify(names)) as ColumnRow[]
  const grouped = new Map<string, ColumnRow[]>(names.map((name) => [name, []]))
  for (const row of rows) grouped.get(row.table)?.push(row)
  return new Map([...grouped].map(([name, columns]) => [name, shapeOf(name, columns)]))
}

function shapeOf(table: string, columns: readonly ColumnRow[]): TableShape {
  const verb = columns.find((column) => column.name === 'event_type')
  const known = KNOWN_REQUIRED[table]
  const unknown = columns.find(
    (column) => column.required === 1 && column.fallback === null && known !== undefined && !known.has(column.name),
  )
  return {
    columns: new Set(columns.map((column) => column.name)),
    genesis: verb === undefined ? 'none' : verb.required === 1 ? 'strict' : 'nullable',
    unknownRequired: unknown?.name ?? null,
  }
}

function requireStore(tables: ReadonlyMap<string, TableShape>, path: string): void {
  for (const [table, columns] of Object.entries(REQUIRED)) {
    const missing = columns.find((column) => tables.get(table)?.columns.has(column) !== true)
    if (missing === undefined) continue
    const what = tables.has(table) ? `column ${table}.${missing}` : `table ${table}`
    throw new DomainError(
      'not_a_store',
      `${path} is an SQLite database but no CMOS store: it has no ${what}. Choose the cmos.sqlite of a workspace.`,
      { path, missing: what },
    )
  }
}

function generationOf(tables: ReadonlyMap<string, TableShape>): Generation {
  const missions = tables.get('missions')?.columns
  const decisions = tables.get('strategic_decisions')?.columns
  if (missions?.has('created_at')) return 'v2.1+'
  if (!missions?.has('objective')) return 'v1'
  if (decisions === undefined) return 'unknown'
  return decisions.has('source_chunk_ids') ? 'v2.0' : 'v1.5'
}

function storeLabel(client: Database): string {
  const value = client.prepare("SELECT value FROM metadata WHERE key = 'schema_version' LIMIT 1").pluck().get()
  return typeof value === 'string' ? value : ''
}

function describeForeign(object: ForeignObject): string {
  return `The store holds the ${object.type} "${object.name}", which no known CMOS version creates and which could act on every write, so it is opened for reading only. Remove the ${object.type} if it is not yours, then open it again.`
}
