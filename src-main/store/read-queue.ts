import { sql } from 'drizzle-orm'
import type { Reader } from './store'

export interface QueueRow {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly completedAt: string | null
}

export interface UnderwayRow extends QueueRow {
  readonly notes: string | null
}

/** Missions in working order: In Progress, Current, Queued, Blocked, the rest, each in row order. Negative: all. */
export function readQueue(reader: Reader, limit: number): QueueRow[] {
  return reader.all<QueueRow>(sql`SELECT id, name, status, completed_at AS completedAt FROM missions
    ORDER BY CASE status WHEN 'In Progress' THEN 0 WHEN 'Current' THEN 1 WHEN 'Queued' THEN 2 WHEN 'Blocked' THEN 3 ELSE 4 END, rowid
    LIMIT ${limit}`)
}

/** Missions that are In Progress or Current, those never completed first, then by id. */
export function readUnderway(reader: Reader): UnderwayRow[] {
  return reader.all<UnderwayRow>(sql`SELECT id, name, status, completed_at AS completedAt, notes FROM missions
    WHERE status IN ('In Progress', 'Current') ORDER BY completed_at IS NOT NULL, id`)
}
