import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The columns every store generation has, which are also the whole of a store we create.
 * What newer generations add is found by looking (store/capabilities), never assumed.
 */
export const metadata = sqliteTable('metadata', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})

export const sprints = sqliteTable('sprints', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  focus: text('focus'),
  status: text('status'),
  startDate: text('start_date'),
  endDate: text('end_date'),
  totalMissions: integer('total_missions'),
  completedMissions: integer('completed_missions'),
})

export const missions = sqliteTable('missions', {
  id: text('id').primaryKey(),
  sprintId: text('sprint_id').references(() => sprints.id, { onDelete: 'set null' }),
  name: text('name').notNull(),
  status: text('status').notNull(),
  completedAt: text('completed_at'),
  notes: text('notes'),
  metadata: text('metadata'),
})

export const missionDependencies = sqliteTable(
  'mission_dependencies',
  {
    fromId: text('from_id')
      .notNull()
      .references(() => missions.id, { onDelete: 'cascade' }),
    toId: text('to_id')
      .notNull()
      .references(() => missions.id, { onDelete: 'cascade' }),
    type: text('type').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fromId, table.toId] })],
)

export const contexts = sqliteTable('contexts', {
  id: text('id').primaryKey(),
  sourcePath: text('source_path').notNull(),
  content: text('content').notNull(),
  updatedAt: text('updated_at'),
})

export const contextSnapshots = sqliteTable('context_snapshots', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  contextId: text('context_id')
    .notNull()
    .references(() => contexts.id, { onDelete: 'cascade' }),
  sessionId: text('session_id'),
  source: text('source'),
  contentHash: text('content_hash').notNull(),
  content: text('content').notNull(),
  createdAt: text('created_at').notNull(),
})

export const sessionEvents = sqliteTable('session_events', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  ts: text('ts'),
  agent: text('agent'),
  mission: text('mission'),
  action: text('action'),
  status: text('status'),
  summary: text('summary'),
  nextHint: text('next_hint'),
  rawEvent: text('raw_event').notNull(),
})

export const telemetryEvents = sqliteTable('telemetry_events', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  mission: text('mission'),
  sourcePath: text('source_path').notNull(),
  ts: text('ts'),
  payload: text('payload').notNull(),
})

export const promptMappings = sqliteTable('prompt_mappings', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  prompt: text('prompt').notNull(),
  behavior: text('behavior').notNull(),
})
