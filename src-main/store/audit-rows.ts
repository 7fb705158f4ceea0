import { auditLog } from '../../drizzle/desk-schema'
import type { DeskDatabase } from './desk-database'

/** Appends one entry to the operators' audit log. */
export function insertAudit(desk: DeskDatabase, entry: Omit<typeof auditLog.$inferSelect, 'id'>): void {
  desk.db.insert(auditLog).values(entry).run()
}
