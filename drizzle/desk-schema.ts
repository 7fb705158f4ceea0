import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The desk database: this app's own records about a workspace, kept outside the store that others write. */
export const auditLog = sqliteTable('audit_log', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  /** UTC instant, ISO 8601. */
  at: text('at').notNull(),
  operator: text('operator').notNull(),
  action: text('action').notNull(),
  /** JSON list of the mission ids that were written. */
  missions: text('missions').notNull(),
  detail: text('detail'),
})

/** Cases that somebody wants to see again later. */
export const snoozes = sqliteTable('snoozes', {
  mission: text('mission').primaryKey(),
  /** Epoch milliseconds. */
  until: integer('until').notNull(),
  /** When the mission got stuck, as stored when it was snoozed. */
  since: text('since'),
})
