import { sql } from 'drizzle-orm'
import type { DependencyEdge } from '../domain/dependency-direction'
import type { Reader } from './store'
import { textOrEmpty } from './stored-value'

const BATCH = 2_000

/** All stored edges, a bounded number of rows to a statement. */
export function readDependencies(reader: Reader): DependencyEdge[] {
  const edges: DependencyEdge[] = []
  for (let last = Number.MIN_SAFE_INTEGER, full = true; full; ) {
    const rows = reader.values<unknown[]>(
      sql`SELECT rowid, from_id, to_id, type FROM mission_dependencies WHERE rowid > ${last} ORDER BY rowid LIMIT ${BATCH}`,
    )
    for (const [row, from, to, type] of rows) {
      edges.push({ from: textOrEmpty(from), to: textOrEmpty(to), type: textOrEmpty(type) })
      last = Number(row)
    }
    full = rows.length === BATCH
  }
  return edges
}

/** The edges at a mission, in stored order; a mission with more edges than this is no mission. */
export function readDependenciesOf(reader: Reader, id: string): DependencyEdge[] {
  return reader
    .values<unknown[]>(
      sql`SELECT from_id, to_id, type FROM mission_dependencies WHERE from_id = ${id} OR to_id = ${id} ORDER BY rowid LIMIT 500`,
    )
    .map(([from, to, type]) => ({ from: textOrEmpty(from), to: textOrEmpty(to), type: textOrEmpty(type) }))
}
