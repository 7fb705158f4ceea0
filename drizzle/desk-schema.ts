import { blob, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

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

/** Benchmark runs, each known by a hash of what it holds. Times are epoch milliseconds. */
export const benchmarkRuns = sqliteTable('benchmark_runs', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  fingerprint: text('fingerprint').notNull().unique(),
  at: integer('at'),
  recordedAt: integer('recorded_at').notNull(),
  commit: text('commit_id'),
  branch: text('branch'),
  machine: text('machine'),
  label: text('label'),
  source: text('source').notNull(),
})

export const benchmarkFigures = sqliteTable(
  'benchmark_figures',
  {
    run: integer('run').notNull(),
    metric: text('metric').notNull(),
    unit: text('unit'),
    direction: text('direction', { enum: ['lower', 'higher'] }).notNull(),
    value: real('value').notNull(),
    /** JSON list of numbers; null without samples. */
    samples: text('samples'),
  },
  (table) => [primaryKey({ columns: [table.metric, table.run] })],
)

/** What somebody decided about a metric, each as JSON. */
export const benchmarkMetrics = sqliteTable('benchmark_metrics', {
  metric: text('metric').primaryKey(),
  baseline: text('baseline'),
  threshold: text('threshold'),
  decision: text('decision'),
})

export const benchmarkNotes = sqliteTable('benchmark_notes', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  run: integer('run'),
  metric: text('metric'),
  at: integer('at').notNull(),
  by: text('by').notNull(),
  text: text('text').notNull(),
})

/** Patterns of trouble that somebody put aside, by the ids that their rules give them. */
export const dismissals = sqliteTable('dismissals', {
  id: text('id').primaryKey(),
  /** Epoch milliseconds. */
  at: integer('at').notNull(),
  by: text('by').notNull(),
})
