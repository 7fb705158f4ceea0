import { sql } from 'drizzle-orm'
import type { DependencyEdge } from '../domain/dependency-direction'
import type { Reader } from './store'
import { textOrEmpty } from './stored-value'

const BATCH = 2_000

export interface DependencyRow extends DependencyEdge {
  readonly row: number
}

/** The stored edges after a row, in row order, so many at most that a statement stays short. */
export function readDependencyBatch(reader: Reader, after = Number.MIN_SAFE_INTEGER): DependencyRow[] {
  return reader
    .values<unknown[]>(
      sql`SELECT rowid, from_id, to_id, type FROM mission_dependencies WHERE rowid > ${after} ORDER BY rowid LIMIT ${BATCH}`,
    )
    .map(([row, from, to, type]) => ({
      row: Number(row),
      from: textOrEmpty(from),
      to: textOrEmpty(to),
      type: textOrEmpty(type),
    }))
}

/** The edges at a mission, in stored order; a mission with more edges than this is no mission. */
export function readDependenciesOf(reader: Reader, id: string): DependencyEdge[] {
  return reader
    .values<unknown[]>(
      sql`SELECT from_id, to_id, type FROM mission_dependencies WHERE from_id = ${id} OR to_id = ${id} ORDER BY rowid LIMIT 500`,
    )
    .map(([from, to, type]) => ({ from: textOrEmpty(from), to: textOrEmpty(to), type: textOrEmpty(type) }))
}
