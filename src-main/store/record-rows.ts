import { type SQL, sql } from 'drizzle-orm'
import { isFinishedSprint, isOpenSprint } from '../domain/current-sprint'
import type { Memory, RecordKind } from '../domain/record'
import { readTime } from '../domain/stored-time'
import type { Capabilities } from './capabilities'
import type { Reader, Tx } from './store'
import { textOrEmpty, textOrNull } from './stored-value'
import { type Columns, insertRow } from './write-rows'

const BATCH = 2_000
const MOST_ROWS = 20_000

/** Which table of newer stores keeps rows of which kind, and the columns that hold what was said and when. */
const TABLES = {
  decision: { table: 'strategic_decisions', text: 'decision_text', time: 'created_at' },
  constraint: { table: 'constraints', text: 'content', time: 'created_at' },
  learning: { table: 'learnings', text: 'content', time: 'created_at' },
  next_step: { table: 'next_steps', text: 'content', time: 'created_at' },
  session: { table: 'sessions', text: 'title', time: 'started_at' },
} as const satisfies Record<RecordKind, { table: string; text: string; time: string }>

/** The word for a new row of each kind; what is still to be done is pending, the rest is active. */
const FIRST_STATUS = { decision: 'active', constraint: 'active', learning: 'active', next_step: 'pending' } as const
export type WrittenKind = keyof typeof FIRST_STATUS

/** The table that keeps rows of a kind. */
export function tableOf<K extends RecordKind>(kind: K): (typeof TABLES)[K]['table'] {
  return TABLES[kind].table
}

/** Why a store cannot keep rows of a kind: its table is `absent`, or the named column cannot be filled here. */
export function recordObstacle(capabilities: Capabilities, kind: RecordKind): 'absent' | { column: string } | null {
  const { table, text, time } = TABLES[kind]
  const shape = capabilities.tables.get(table)
  if (shape === undefined || !shape.columns.has(text) || !shape.columns.has(time)) return 'absent'
  return shape.unknownRequired === null ? null : { column: `${table}.${shape.unknownRequired}` }
}

export interface NewRecord {
  readonly text: string
  readonly at: string
  readonly mission?: string | undefined
  readonly category?: string | undefined
}

/** Writes a row of a kind, on stores that keep a table of them; answers its id. */
export function insertRecord(tx: Tx, capabilities: Capabilities, kind: WrittenKind, record: NewRecord): string {
  const { table, text } = TABLES[kind]
  const optional: Columns = {
    context_id: 'master_context',
    sprint_id: workingSprint(tx),
    mission_id: record.mission ?? null,
    status: FIRST_STATUS[kind],
    ...(record.category === undefined ? {} : { category: record.category }),
  }
  const present = Object.entries(optional).filter(([column]) => capabilities.has(table, column))
  const row = { ...Object.fromEntries(present), [text]: record.text, created_at: record.at }
  return String(insertRow(tx, capabilities, table, row))
}

/** The rows of a kind, newest row first; empty on stores without a table of them. */
export function readRecordRows(reader: Reader, capabilities: Capabilities, kind: RecordKind): Memory[] {
  if (recordObstacle(capabilities, kind) === 'absent') return []
  const { table, text, time } = TABLES[kind]
  const column = (...names: string[]): SQL => {
    const name = names.find((one) => capabilities.has(table, one))
    return name === undefined ? sql`NULL` : sql`${sql.identifier(name)}`
  }
  const columns = [
    sql`rowid`,
    sql`id`,
    column(text),
    column(time),
    column('status'),
    column('category', ...(kind === 'session' ? ['type'] : [])),
    column('sprint_id'),
    column('mission_id'),
    column('author_session_id', 'session_id'),
  ]
  const rows: Memory[] = []
  for (let last = Number.MAX_SAFE_INTEGER, full = true; full && rows.length < MOST_ROWS; ) {
    const batch = reader.values<unknown[]>(
      sql`SELECT ${sql.join(columns, sql`, `)} FROM ${sql.identifier(table)} WHERE rowid < ${last} ORDER BY rowid DESC LIMIT ${BATCH}`,
    )
    rows.push(...batch.map((row) => memoryOf(kind, row)))
    last = Number(batch.at(-1)?.[0] ?? 0)
    full = batch.length === BATCH
  }
  return rows
}

function memoryOf(kind: RecordKind, row: readonly unknown[]): Memory {
  const [, id, text, at, status, category, sprintId, missionId, session] = row
  return {
    kind,
    text: textOrEmpty(text),
    at: readTime(at),
    row: textOrEmpty(id),
    contexts: [],
    session: kind === 'session' ? textOrEmpty(id) : textOrNull(session),
    missionId: textOrNull(missionId),
    sprintId: textOrNull(sprintId),
    category: textOrNull(category),
    status: textOrNull(status),
  }
}

/** The capture lists of the sessions, newest session first, as stored; empty on stores without them. */
export function readCaptureLists(reader: Reader, capabilities: Capabilities): { session: string; captures: string }[] {
  if (!capabilities.has('sessions', 'captures')) return []
  return reader
    .values<unknown[]>(
      sql`SELECT id, captures FROM sessions WHERE captures IS NOT NULL AND octet_length(captures) > 2 ORDER BY rowid DESC LIMIT ${BATCH}`,
    )
    .map(([session, captures]) => ({ session: textOrEmpty(session), captures: textOrEmpty(captures) }))
}

/** The sprint that new records belong to: the one being worked in, else the one that is open; null when that is not clear. */
function workingSprint(reader: Reader): string | null {
  const sprints = reader.all<{ id: string; status: string | null; busy: number }>(
    sql`SELECT id, status, id IN (SELECT sprint_id FROM missions WHERE status IN ('In Progress', 'Current') AND sprint_id IS NOT NULL) AS busy FROM sprints WHERE id IS NOT NULL`,
  )
  const busy = sprints.filter((sprint) => sprint.busy === 1 && !isFinishedSprint(sprint.status))
  const candidates = busy.length > 0 ? busy : sprints.filter((sprint) => isOpenSprint(sprint.status))
  return candidates.length === 1 ? (candidates[0]?.id ?? null) : null
}
