import { type SQL, sql } from 'drizzle-orm'
import type { Reader, Tx } from './store'

type RecordTable = 'strategic_decisions' | 'constraints' | 'learnings' | 'next_steps'

/** Which row of which table. */
export type RowRef =
  | { readonly table: 'missions' | 'contexts' | 'sprints' | RecordTable; readonly id: string }
  | { readonly table: 'mission_dependencies'; readonly from: string; readonly to: string }

/** Every column of a row as stored, the row's place in the queue included; null when there is no such row. */
export type RowImage = Readonly<Record<string, unknown>> | null

/** A row as it was before an action and right after it. */
export interface RowChange {
  readonly ref: RowRef
  readonly before: RowImage
  readonly after: RowImage
}

const ROWID = 'rowid'

/** All columns of a row exactly as stored. */
export function readImage(reader: Reader, ref: RowRef): RowImage {
  const [row] = reader.all<Record<string, unknown>>(
    sql`SELECT rowid AS ${sql.identifier(ROWID)}, * FROM ${sql.identifier(ref.table)} WHERE ${keyOf(ref)} LIMIT 1`,
  )
  return row ?? null
}

/** True when both images hold the same values in the same columns. */
export function sameImage(left: RowImage, right: RowImage): boolean {
  if (left === null || right === null) return left === right
  const columns = Object.keys(left)
  return columns.length === Object.keys(right).length && columns.every((name) => sameValue(left[name], right[name]))
}

/** Puts a row back as it was: removed when it did not exist, otherwise every column that differs. */
export function restoreImage(tx: Tx, change: RowChange): void {
  const { ref, before, after } = change
  if (before === null && after === null) return
  const statement =
    before === null ? removal(ref) : after === null ? insertion(ref, before) : revision(ref, before, after)
  if (statement === null) return
  const { changes } = tx.run(statement)
  if (changes !== 1) throw new Error(`Restoring a row of ${ref.table} changed ${changes} rows`)
}

function keyOf(ref: RowRef): SQL {
  return ref.table === 'mission_dependencies' ? sql`from_id = ${ref.from} AND to_id = ${ref.to}` : sql`id = ${ref.id}`
}

function removal(ref: RowRef): SQL {
  return sql`DELETE FROM ${sql.identifier(ref.table)} WHERE ${keyOf(ref)}`
}

function insertion(ref: RowRef, row: Readonly<Record<string, unknown>>): SQL {
  const columns = Object.keys(row).filter((name) => name !== ROWID)
  return sql`INSERT INTO ${sql.identifier(ref.table)} (${names(columns)}) VALUES (${sql.join(
    columns.map((name) => sql`${row[name]}`),
    sql`, `,
  )})`
}

function revision(
  ref: RowRef,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): SQL | null {
  const columns = Object.keys(before).filter((name) => !sameValue(before[name], after[name]))
  if (columns.length === 0) return null
  const assignments = columns.map((name) => sql`${sql.identifier(name)} = ${before[name]}`)
  return sql`UPDATE ${sql.identifier(ref.table)} SET ${sql.join(assignments, sql`, `)} WHERE ${keyOf(ref)}`
}

function names(columns: readonly string[]): SQL {
  return sql.join(
    columns.map((name) => sql.identifier(name)),
    sql`, `,
  )
}

function sameValue(left: unknown, right: unknown): boolean {
  if (Buffer.isBuffer(left) && Buffer.isBuffer(right)) return left.equals(right)
  return Object.is(left, right)
}
