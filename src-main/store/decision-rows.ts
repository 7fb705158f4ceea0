import { type SQL, sql } from 'drizzle-orm'
import type { Decision } from '../domain/context'
import { isFinishedSprint, isOpenSprint } from '../domain/current-sprint'
import { readTime } from '../domain/stored-time'
import type { Capabilities } from './capabilities'
import type { Reader, Tx } from './store'
import { textOrEmpty, textOrNull } from './stored-value'
import { type Columns, insertRow } from './write-rows'

const BATCH = 2_000
const MOST_ROWS = 20_000

/** Which table of newer stores keeps rows of which kind, and the column that holds what was said. */
const TABLES = {
  decision: { table: 'strategic_decisions', text: 'decision_text' },
  constraint: { table: 'constraints', text: 'content' },
} as const
export type RecordKind = keyof typeof TABLES

/** Why a store cannot keep rows of a kind: its table is `absent`, or the named column cannot be filled here. */
export function recordObstacle(capabilities: Capabilities, kind: RecordKind): 'absent' | { column: string } | null {
  const { table, text } = TABLES[kind]
  const shape = capabilities.tables.get(table)
  if (shape === undefined || !shape.columns.has(text) || !shape.columns.has('created_at')) return 'absent'
  return shape.unknownRequired === null ? null : { column: `${table}.${shape.unknownRequired}` }
}

/** Writes a decision or constraint as a row, on stores that keep a table of them. */
export function insertRecord(
  tx: Tx,
  capabilities: Capabilities,
  kind: RecordKind,
  record: { readonly text: string; readonly at: string; readonly mission?: string | undefined },
): void {
  const { table, text } = TABLES[kind]
  const optional: Columns = {
    context_id: 'master_context',
    sprint_id: workingSprint(tx),
    mission_id: record.mission ?? null,
    status: 'active',
  }
  const present = Object.entries(optional).filter(([column]) => capabilities.has(table, column))
  insertRow(tx, capabilities, table, { ...Object.fromEntries(present), [text]: record.text, created_at: record.at })
}

/** The decisions table, newest row first; empty on stores without one. */
export function readDecisionRows(reader: Reader, capabilities: Capabilities): Decision[] {
  if (recordObstacle(capabilities, 'decision') === 'absent') return []
  const column = (name: string): SQL =>
    capabilities.has('strategic_decisions', name) ? sql`${sql.identifier(name)}` : sql`NULL`
  const rows: Decision[] = []
  for (let last = Number.MAX_SAFE_INTEGER, full = true; full && rows.length < MOST_ROWS; ) {
    const batch = reader.values<unknown[]>(
      sql`SELECT id, decision_text, created_at, ${column('status')}, ${column('category')}, ${column('sprint_id')} FROM strategic_decisions WHERE id < ${last} ORDER BY id DESC LIMIT ${BATCH}`,
    )
    for (const [id, text, createdAt, status, category, sprintId] of batch) {
      last = Number(id)
      rows.push({
        text: textOrEmpty(text),
        at: readTime(createdAt),
        row: last,
        inContext: false,
        status: textOrNull(status),
        category: textOrNull(category),
        sprintId: textOrNull(sprintId),
      })
    }
    full = batch.length === BATCH
  }
  return rows
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
