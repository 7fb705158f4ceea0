import { sql } from 'drizzle-orm'
import type { DependencyEdge } from '../domain/dependency-direction'
import type { Capabilities } from './capabilities'
import type { Reader, Tx } from './store'
import { checkTable } from './write-rows'

/** The type of the edge between two missions, or undefined. */
export function findEdge(reader: Reader, from: string, to: string): string | undefined {
  const [row] = reader.all<{ type: string }>(
    sql`SELECT type FROM mission_dependencies WHERE from_id = ${from} AND to_id = ${to} LIMIT 1`,
  )
  return row?.type
}

/** Stores an edge; the same pair again changes its type. */
export function saveEdge(tx: Tx, capabilities: Capabilities, edge: DependencyEdge): void {
  checkTable(capabilities, 'mission_dependencies')
  const { changes } = tx.run(
    sql`INSERT INTO mission_dependencies (from_id, to_id, type) VALUES (${edge.from}, ${edge.to}, ${edge.type}) ON CONFLICT (from_id, to_id) DO UPDATE SET type = excluded.type`,
  )
  if (changes !== 1) throw new Error(`Saving a dependency changed ${changes} rows`)
}

/** Removes the edge between two missions. */
export function removeEdge(tx: Tx, capabilities: Capabilities, from: string, to: string): void {
  checkTable(capabilities, 'mission_dependencies')
  const { changes } = tx.run(sql`DELETE FROM mission_dependencies WHERE from_id = ${from} AND to_id = ${to}`)
  if (changes !== 1) throw new Error(`Removing a dependency changed ${changes} rows`)
}
