import { type SQL, sql } from 'drizzle-orm'
import type { DependencyEdge } from '../domain/dependency-direction'
import { DomainError } from '../domain/fault'
import type { Capabilities } from './capabilities'
import type { Reader, Tx } from './store'
import { type Columns, updateRows } from './write-rows'

/** A mission's stored columns; those that only newer stores have are null elsewhere. */
export interface MissionRow {
  readonly rowid: number
  readonly id: string
  readonly sprintId: string | null
  readonly name: string
  readonly status: string
  readonly completedAt: string | null
  readonly notes: string | null
  readonly metadata: string | null
  readonly startedAt: string | null
  readonly domainFields: string | null
}

const TEXTS: Readonly<Record<Exclude<keyof MissionRow, 'rowid' | 'id'>, string>> = {
  sprintId: 'sprint_id',
  name: 'name',
  status: 'status',
  completedAt: 'completed_at',
  notes: 'notes',
  metadata: 'metadata',
  startedAt: 'started_at',
  domainFields: 'domain_fields',
}

/** One mission as stored, or undefined. */
export function findMission(reader: Reader, capabilities: Capabilities, id: string): MissionRow | undefined {
  const [row] = reader.all<MissionRow>(sql`${selectionOf(capabilities)} WHERE id = ${id} LIMIT 1`)
  return row
}

const selections = new WeakMap<Capabilities, SQL>()

/** The rows of missions with the columns a store has; built once for each look at its tables. */
function selectionOf(capabilities: Capabilities): SQL {
  const known = selections.get(capabilities)
  if (known !== undefined) return known
  // Columns are TEXT by declaration only: another program may have stored bytes or a number.
  const text = (column: string, name: string) =>
    capabilities.has('missions', column)
      ? sql`CAST(${sql.identifier(column)} AS TEXT) AS ${sql.identifier(name)}`
      : sql`NULL AS ${sql.identifier(name)}`
  const columns = Object.entries(TEXTS).map(([name, column]) => text(column, name))
  const selection = sql`SELECT rowid, id, ${sql.join(columns, sql`, `)} FROM missions`
  selections.set(capabilities, selection)
  return selection
}

/** Writes columns of a mission that still has the status that was seen; anything else is a conflict. */
export function saveMission(
  tx: Tx,
  capabilities: Capabilities,
  seen: { readonly id: string; readonly status: string },
  values: Columns,
): void {
  const changes = updateRows(tx, capabilities, 'missions', values, sql`id = ${seen.id} AND status = ${seen.status}`)
  if (changes !== 1) throw new DomainError('conflict', `Mission ${seen.id} changed at the same time; look at it again.`)
}

/** Which of these ids are missions, with their status. */
export function statusesOf(reader: Reader, ids: readonly string[]): ReadonlyMap<string, string> {
  if (ids.length === 0) return new Map()
  const rows = reader.all<{ id: string; status: string }>(
    sql`SELECT m.id, m.status FROM json_each(${JSON.stringify(ids)}) wanted JOIN missions m ON m.id = wanted.value`,
  )
  return new Map(rows.map((row) => [row.id, row.status]))
}

/** The first missions of a status, in the order of the queue. */
export function firstOf(reader: Reader, status: string, limit: number): string[] {
  return reader
    .all<{ id: string }>(sql`SELECT id FROM missions WHERE status = ${status} ORDER BY rowid LIMIT ${limit}`)
    .map((row) => row.id)
}

/** Every stored edge between missions. */
export function allEdges(reader: Reader): DependencyEdge[] {
  return reader.all<DependencyEdge>(sql`SELECT from_id AS "from", to_id AS "to", type FROM mission_dependencies`)
}

/** The edges that touch any of these missions. */
export function edgesOf(reader: Reader, ids: readonly string[]): DependencyEdge[] {
  const wanted = JSON.stringify(ids)
  return reader.all<DependencyEdge>(
    sql`SELECT from_id AS "from", to_id AS "to", type FROM mission_dependencies
      WHERE from_id IN (SELECT value FROM json_each(${wanted})) OR to_id IN (SELECT value FROM json_each(${wanted}))`,
  )
}
