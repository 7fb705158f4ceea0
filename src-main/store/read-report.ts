import { sql } from 'drizzle-orm'
import type { Reader } from './store'

export interface ReportMissionRow {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly sprintId: string | null
  readonly sprintTitle: string | null
  readonly completedAt: string | null
  readonly notes: string | null
  readonly metadata: string | null
}

export interface ReportEventRow {
  readonly ts: string | null
  readonly agent: string | null
  readonly action: string | null
  readonly summary: string | null
  readonly nextHint: string | null
}

/** One mission with its sprint's title, or undefined when there is none of that id. */
export function readReportMission(reader: Reader, id: string): ReportMissionRow | undefined {
  return reader.all<ReportMissionRow>(sql`SELECT m.id, m.name, m.status, m.sprint_id AS sprintId, s.title AS sprintTitle,
    m.completed_at AS completedAt, m.notes, m.metadata
    FROM missions m LEFT JOIN sprints s ON s.id = m.sprint_id WHERE m.id = ${id}`)[0]
}

/** A mission's session events in the order of their stored time, those without one first. */
export function readReportEvents(reader: Reader, id: string): ReportEventRow[] {
  return reader.all<ReportEventRow>(sql`SELECT ts, agent, action, summary, next_hint AS nextHint
    FROM session_events WHERE mission = ${id} ORDER BY ts, id`)
}

/** The stored text of a context, or undefined when the store has no such context. */
export function readContextText(reader: Reader, id: string): string | undefined {
  return reader.all<{ content: string }>(sql`SELECT content FROM contexts WHERE id = ${id}`)[0]?.content
}
