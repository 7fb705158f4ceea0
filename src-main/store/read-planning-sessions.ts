import { sql } from 'drizzle-orm'
import type { Capabilities } from './capabilities'
import type { Reader } from './store'
import { textOrEmpty, textOrNull } from './stored-value'

/** A planning session's row as stored; columns that a store lacks are null. */
export interface PlanningSessionRow {
  readonly row: number
  readonly id: string
  readonly title: string | null
  readonly agent: string | null
  readonly status: string | null
  readonly startedAt: string | null
  readonly completedAt: string | null
  readonly summary: string | null
  readonly captures: string | null
}

/** Planning sessions before a row, newest row first; empty on stores without a table of them. */
export function readPlanningSessions(
  reader: Reader,
  capabilities: Capabilities,
  { before, limit }: { readonly before: number; readonly limit: number },
): PlanningSessionRow[] {
  if (!capabilities.has('sessions', 'id')) return []
  const column = (name: string) => (capabilities.has('sessions', name) ? sql.identifier(name) : sql`NULL`)
  return reader
    .values<unknown[]>(
      sql`SELECT rowid, id, ${column('title')}, ${column('agent')}, ${column('status')}, ${column('started_at')},
            ${column('completed_at')}, ${column('summary')}, ${column('captures')}
          FROM sessions WHERE rowid < ${before} ORDER BY rowid DESC LIMIT ${limit}`,
    )
    .map(([row, id, title, agent, status, startedAt, completedAt, summary, captures]) => ({
      row: Number(row),
      id: textOrEmpty(id),
      title: textOrNull(title),
      agent: textOrNull(agent),
      status: textOrNull(status),
      startedAt: textOrNull(startedAt),
      completedAt: textOrNull(completedAt),
      summary: textOrNull(summary),
      captures: textOrNull(captures),
    }))
}
