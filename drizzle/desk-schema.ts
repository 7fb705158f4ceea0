import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

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

/** Full texts that archived snapshots are differences from, compressed. */
export const snapshotBases = sqliteTable('snapshot_bases', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  contextId: text('context_id').notNull(),
  packed: blob('packed', { mode: 'buffer' }).notNull(),
})

/** Snapshots that left the store together, compressed together. */
export const snapshotBatches = sqliteTable('snapshot_batches', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  contextId: text('context_id').notNull(),
  /** When the store they are from was seeded: another one begins another history. */
  life: text('life').notNull(),
  /** JSON list of their ids in the store, in order. */
  snapshots: text('snapshots').notNull(),
  base: integer('base').notNull(),
  /** Of everything that is packed, as it was in the store. */
  sha256: text('sha256').notNull(),
  packed: blob('packed', { mode: 'buffer' }).notNull(),
})

/** How far each file view of the store was written. */
export const fileViews = sqliteTable('file_views', {
  file: text('file').primaryKey(),
  /** Of what was written: the whole file, or the end of the session log. */
  sha256: text('sha256').notNull(),
  /** How long the file was then. */
  bytes: integer('bytes').notNull(),
  /** The last session event that is in it, and what it held; null for the other views. */
  event: integer('event'),
  eventSha256: text('event_sha256'),
})
