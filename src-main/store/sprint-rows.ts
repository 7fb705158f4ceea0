import { sql } from 'drizzle-orm'
import type { Capabilities } from './capabilities'
import type { Reader, Tx } from './store'
import { type Columns, updateRows } from './write-rows'

/** A sprint's own columns. */
export interface SprintRow {
  readonly id: string
  readonly title: string
  readonly focus: string | null
  readonly status: string | null
  readonly startDate: string | null
  readonly endDate: string | null
}

/** One sprint as stored, or undefined. */
export function findSprint(reader: Reader, id: string): SprintRow | undefined {
  const [row] = reader.all<SprintRow>(
    sql`SELECT id, title, focus, status, start_date AS startDate, end_date AS endDate FROM sprints WHERE id = ${id} LIMIT 1`,
  )
  return row
}

/** How many missions of a sprint have each status. */
export function statusCounts(reader: Reader, sprintId: string): ReadonlyMap<string, number> {
  const rows = reader.all<{ status: string; count: number }>(
    sql`SELECT status, count(*) AS count FROM missions WHERE sprint_id = ${sprintId} GROUP BY status`,
  )
  return new Map(rows.map((row) => [row.status, row.count]))
}

/** Writes columns of one sprint. */
export function updateSprint(tx: Tx, capabilities: Capabilities, id: string, columns: Columns): void {
  const changes = updateRows(tx, capabilities, 'sprints', columns, sql`id = ${id}`)
  if (changes !== 1) throw new Error(`Updating sprint ${id} changed ${changes} rows`)
}
