import { randomBytes } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { DomainError } from '../domain/fault'
import { type Capabilities, lockedTable } from './capabilities'
import type { Reader, Tx } from './store'

export type SqlValue = string | number | null
export type Columns = Readonly<Record<string, SqlValue>>

/** The one word a newer store allows for the birth of a row in each table. */
const BIRTH: Readonly<Record<string, string>> = {
  sprints: 'sprint_added',
  missions: 'mission_added',
  context_snapshots: 'snapshot_taken',
  strategic_decisions: 'decision_captured',
  constraints: 'constraint_added',
  learnings: 'learning_captured',
  next_steps: 'next_step_created',
}
const SEQUENCED = [
  'sprints',
  'missions',
  'sessions',
  'context_snapshots',
  'strategic_decisions',
  'learnings',
  'next_steps',
  'constraints',
]

/** Inserts one row, with what the store's generation demands of a new row besides; answers its place in the table. */
export function insertRow(tx: Tx, capabilities: Capabilities, table: string, values: Columns): number {
  checkTable(capabilities, table)
  const row = { ...values, ...birth(tx, capabilities, table) }
  const { changes, lastInsertRowid } = tx.runWith(insertionOf(table, Object.keys(row)), Object.values(row))
  if (changes !== 1) throw new Error(`Inserting into ${table} wrote ${changes} rows`)
  return Number(lastInsertRowid)
}

const MOST_INSERTIONS = 100
const insertions = new Map<string, SQL>()

/** The statement that inserts a row with these columns; to build it takes as long as to run it. */
function insertionOf(table: string, columns: readonly string[]): SQL {
  const key = JSON.stringify([table, ...columns])
  const known = insertions.get(key)
  if (known !== undefined) return known
  const names = list(columns.map((name) => sql.identifier(name)))
  const statement = sql`INSERT INTO ${sql.identifier(table)} (${names}) VALUES (${sql.raw(columns.map(() => '?').join(', '))})`
  if (insertions.size >= MOST_INSERTIONS) insertions.clear()
  insertions.set(key, statement)
  return statement
}

/** Writes only the named columns of the rows the condition picks; answers how many rows that were. */
export function updateRows(tx: Tx, capabilities: Capabilities, table: string, values: Columns, where: SQL): number {
  checkTable(capabilities, table)
  const assignments = Object.entries(values).map(([name, value]) => sql`${sql.identifier(name)} = ${value}`)
  return tx.run(sql`UPDATE ${sql.identifier(table)} SET ${list(assignments)} WHERE ${where}`).changes
}

/** Refuses a table that holds a column we do not know how to fill. */
export function checkTable(capabilities: Capabilities, table: string): void {
  const unknown = capabilities.tables.get(table)?.unknownRequired
  if (unknown) throw new DomainError('read_only', lockedTable(table, unknown), { table, column: unknown })
}

function birth(reader: Reader, capabilities: Capabilities, table: string): Columns {
  const verb = BIRTH[table]
  if (verb === undefined || capabilities.tables.get(table)?.genesis === 'none') return {}
  const now = Date.now()
  const values: Columns = {
    project_id: projectId(reader),
    stable_event_id: ulid(now),
    occurred_at: now,
    origin_seq: nextSequence(reader, capabilities),
    event_type: verb,
    schema_version: 1,
  }
  return Object.fromEntries(Object.entries(values).filter(([column]) => capabilities.has(table, column)))
}

function projectId(reader: Reader): string {
  const rows = reader.all<{ key: string; value: string }>(
    sql`SELECT key, value FROM metadata WHERE key IN ('project_id', 'dashboard_slug', 'project_name')`,
  )
  const found = ['project_id', 'dashboard_slug', 'project_name'].flatMap((key) => rows.filter((row) => row.key === key))
  return found.find((row) => row.value.trim() !== '')?.value ?? 'unknown-project'
}

function nextSequence(reader: Reader, capabilities: Capabilities): number {
  const highest = SEQUENCED.filter((table) => capabilities.has(table, 'origin_seq')).map(
    (table) => sql`SELECT max(origin_seq) AS seq FROM ${sql.identifier(table)}`,
  )
  const [row] = reader.all<{ seq: number | null }>(
    sql`SELECT max(seq) AS seq FROM (${sql.join(highest, sql` UNION ALL `)})`,
  )
  return (row?.seq ?? 0) + 1
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A sortable unique id: 48 bits of time, 80 random bits, in Crockford's base 32. */
function ulid(now: number): string {
  let bits = (BigInt(now) << 80n) | BigInt(`0x${randomBytes(10).toString('hex')}`)
  let text = ''
  for (let digit = 0; digit < 26; digit += 1) {
    text = (CROCKFORD[Number(bits & 31n)] ?? '') + text
    bits >>= 5n
  }
  return text
}

function list(parts: readonly SQL[] | ReturnType<typeof sql.identifier>[]): SQL {
  return sql.join([...parts], sql`, `)
}
