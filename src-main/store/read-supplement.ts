import { sql } from 'drizzle-orm'
import type { Reader, Store } from './store'

export interface SupplementContext {
  readonly id: string
  readonly sourcePath: string
  readonly content: string
  readonly updatedAt: string | null
}

export interface SupplementSnapshot {
  readonly contextId: string
  readonly sessionId: string | null
  readonly source: string | null
  readonly contentHash: string
  readonly content: string
  readonly createdAt: string
}

export interface SupplementTelemetry {
  readonly mission: string | null
  readonly sourcePath: string
  readonly ts: string | null
  readonly payload: string
}

/** What a store holds and no other file of a workspace has a place for. */
export interface SupplementRows {
  /** Ids of all missions in the order of the queue. */
  readonly queue: readonly string[]
  readonly metadata: readonly { readonly key: string; readonly value: string }[]
  readonly contexts: readonly SupplementContext[]
  readonly snapshots: readonly SupplementSnapshot[]
  readonly telemetry: readonly SupplementTelemetry[]
}

/** Tables that backlog, contexts, session log and supplement hold between them. */
const HELD = new Set([
  'metadata',
  'sprints',
  'missions',
  'mission_dependencies',
  'contexts',
  'context_snapshots',
  'session_events',
  'telemetry_events',
  'prompt_mappings',
])
/** What newer stores say of a mission in columns of their own. */
const SPECIFICATION = [
  'objective',
  'context',
  'success_criteria',
  'deliverables',
  'reference_docs',
  'domain_fields',
] as const

/** Reads what only a supplement keeps. */
export function readSupplement(reader: Reader, store: Store): SupplementRows {
  const telemetry = store.capabilities.has('telemetry_events', 'payload')
  return {
    queue: reader.values<[string]>(sql`SELECT id FROM missions WHERE id IS NOT NULL ORDER BY rowid`).map(([id]) => id),
    metadata: reader.all(sql`SELECT key, value FROM metadata WHERE key IS NOT NULL ORDER BY key`),
    contexts: reader.all(
      sql`SELECT id, source_path AS sourcePath, content, updated_at AS updatedAt FROM contexts ORDER BY rowid`,
    ),
    snapshots: reader.all(sql`SELECT context_id AS contextId, session_id AS sessionId, source,
      content_hash AS contentHash, content, created_at AS createdAt FROM context_snapshots ORDER BY id`),
    telemetry: telemetry
      ? reader.all(sql`SELECT mission, source_path AS sourcePath, ts, payload FROM telemetry_events ORDER BY id`)
      : [],
  }
}

/** Tables and columns with rows that no file of a workspace has a place for. */
export function readUnexportable(reader: Reader, store: Store): { readonly table: string; readonly rows: number }[] {
  const tables = [...store.capabilities.tables.keys()].filter((name) => !HELD.has(name) && !/^sqlite_|_fts/.test(name))
  const counts = tables.map((table) => ({ table, rows: countOf(reader, sql.identifier(table), sql`1`) }))
  const columns = SPECIFICATION.filter((column) => store.capabilities.has('missions', column)).map((column) => ({
    table: `missions.${column}`,
    rows: countOf(reader, sql.identifier('missions'), sql`${sql.identifier(column)} IS NOT NULL`),
  }))
  return [...counts, ...columns].filter(({ rows }) => rows > 0)
}

type Piece = ReturnType<typeof sql.identifier>

function countOf(reader: Reader, table: Piece, where: ReturnType<typeof sql>): number {
  return Number(reader.values<[unknown]>(sql`SELECT count(*) FROM ${table} WHERE ${where}`)[0]?.[0])
}
