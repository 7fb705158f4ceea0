import { and, asc, count, desc, eq, gt, gte, lt, type SQL, sql } from 'drizzle-orm'
import { auditLog } from '../../drizzle/desk-schema'
import type { AuditEntry, AuditFilter } from '../domain/audit'
import { readTime } from '../domain/stored-time'
import type { DeskDatabase } from './desk-database'
import type { DeskReader } from './read-desk'

/** The desk database's version from which on it holds the audit log. */
export const AUDIT_SINCE = 1

/** Appends one entry to the operators' audit log. */
export function insertAudit(desk: DeskDatabase, entry: Omit<typeof auditLog.$inferSelect, 'id'>): void {
  desk.db.insert(auditLog).values(entry).run()
}

export interface AuditPage {
  readonly entries: AuditEntry[]
  readonly total: number
  readonly all: number
  readonly actions: string[]
}

/** A page of the entries that fit, newest first. */
export function readAuditPage(
  desk: DeskReader,
  page: { readonly filter: AuditFilter; readonly before?: number | undefined; readonly limit: number },
): AuditPage {
  const fitting = conditionOf(page.filter)
  const older = page.before === undefined ? undefined : lt(auditLog.id, page.before)
  const rows = desk
    .select()
    .from(auditLog)
    .where(and(fitting, older))
    .orderBy(desc(auditLog.id))
    .limit(page.limit)
    .all()
  const actions = desk.selectDistinct({ action: auditLog.action }).from(auditLog).orderBy(asc(auditLog.action)).all()
  return {
    entries: rows.map(entryOf),
    total: countOf(desk, fitting),
    all: countOf(desk, undefined),
    actions: actions.map(({ action }) => action),
  }
}

/** The entries that fit after an id, oldest first. */
export function readAuditAfter(desk: DeskReader, filter: AuditFilter, after: number, limit: number): AuditEntry[] {
  const newer = and(conditionOf(filter), gt(auditLog.id, after))
  return desk.select().from(auditLog).where(newer).orderBy(asc(auditLog.id)).limit(limit).all().map(entryOf)
}

function countOf(desk: DeskReader, condition: SQL | undefined): number {
  return desk.select({ rows: count() }).from(auditLog).where(condition).all()[0]?.rows ?? 0
}

/** Our own entries carry ISO times of one shape, so their text orders as they do. */
function conditionOf({ mission, action, from, until }: AuditFilter): SQL | undefined {
  return and(
    mission === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM json_each(CASE WHEN json_valid(${auditLog.missions}) THEN ${auditLog.missions} END) WHERE value = ${mission})`,
    action === undefined ? undefined : eq(auditLog.action, action),
    from === undefined ? undefined : gte(auditLog.at, new Date(from).toISOString()),
    until === undefined ? undefined : lt(auditLog.at, new Date(until).toISOString()),
  )
}

function entryOf(row: typeof auditLog.$inferSelect): AuditEntry {
  return { ...row, at: readTime(row.at), missions: idsIn(row.missions) }
}

function idsIn(stored: string): string[] {
  try {
    const value: unknown = JSON.parse(stored)
    return Array.isArray(value) ? value.map(String) : []
  } catch {
    return []
  }
}
