import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { ContextRow, SnapshotRow } from './context-rows'

/** Rows of a workspace as another program would have stored them. */
export interface Rows {
  readonly sprints?: readonly (readonly [id: string, title: string, status: string])[]
  readonly missions: readonly MissionRow[]
  readonly dependencies?: readonly (readonly [from: string, to: string, type: string])[]
  readonly events?: readonly EventRow[]
  readonly contexts?: readonly ContextRow[]
  readonly snapshots?: Iterable<SnapshotRow>
}
export interface MissionRow {
  readonly id: string
  readonly sprint?: string | null
  readonly name: string
  readonly status: string
  readonly completedAt?: string | null
  readonly notes?: string | null
  readonly metadata?: string | null
}
export interface EventRow {
  readonly ts: string
  readonly agent: string
  readonly mission: string
  readonly action: string
  readonly status: string
  readonly summary?: string
  readonly nextHint?: string
}

/** The tables of the first generation of stores, as the reference program creates them. */
const TABLES = `
CREATE TABLE metadata (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE sprints (id TEXT PRIMARY KEY, title TEXT NOT NULL, focus TEXT, status TEXT, start_date TEXT, end_date TEXT,
  total_missions INTEGER, completed_missions INTEGER);
CREATE TABLE missions (id TEXT PRIMARY KEY, sprint_id TEXT REFERENCES sprints(id) ON DELETE SET NULL, name TEXT NOT NULL,
  status TEXT NOT NULL, completed_at TEXT, notes TEXT, metadata TEXT);
CREATE TABLE mission_dependencies (from_id TEXT NOT NULL REFERENCES missions(id) ON DELETE CASCADE,
  to_id TEXT NOT NULL REFERENCES missions(id) ON DELETE CASCADE, type TEXT NOT NULL, PRIMARY KEY (from_id, to_id));
CREATE TABLE contexts (id TEXT PRIMARY KEY, source_path TEXT NOT NULL, content TEXT NOT NULL, updated_at TEXT);
CREATE TABLE context_snapshots (id INTEGER PRIMARY KEY AUTOINCREMENT, context_id TEXT NOT NULL, session_id TEXT,
  source TEXT, content_hash TEXT NOT NULL, content TEXT NOT NULL, created_at TEXT NOT NULL,
  FOREIGN KEY (context_id) REFERENCES contexts(id) ON DELETE CASCADE);
CREATE INDEX idx_context_snapshots_ctx ON context_snapshots (context_id, created_at);
CREATE INDEX idx_context_snapshots_hash ON context_snapshots (context_id, content_hash);
CREATE TABLE session_events (id INTEGER PRIMARY KEY AUTOINCREMENT, ts TEXT, agent TEXT, mission TEXT, action TEXT,
  status TEXT, summary TEXT, next_hint TEXT, raw_event TEXT NOT NULL);
CREATE TABLE telemetry_events (id INTEGER PRIMARY KEY AUTOINCREMENT, mission TEXT, source_path TEXT NOT NULL, ts TEXT,
  payload TEXT NOT NULL);
CREATE TABLE prompt_mappings (id INTEGER PRIMARY KEY AUTOINCREMENT, prompt TEXT NOT NULL, behavior TEXT NOT NULL);
CREATE VIEW active_missions AS SELECT m.id, m.name, m.status, m.completed_at, m.notes, s.id AS sprint_id,
  s.title AS sprint_title FROM missions m LEFT JOIN sprints s ON s.id = m.sprint_id
  WHERE m.status IN ('Current', 'In Progress');
`

/** Writes a whole workspace into `folder/cmos` and answers that path. */
export function writeWorkspace(folder: string, rows: Rows): string {
  const root = join(folder, 'cmos')
  for (const part of ['db', 'missions', 'context', 'telemetry/events']) mkdirSync(join(root, part), { recursive: true })
  writeFileSync(join(root, 'PROJECT_CONTEXT.json'), '{}\n')
  const database = new Database(join(root, 'db', 'cmos.sqlite'))
  database.exec(TABLES)
  database.transaction(() => insert(database, rows))()
  database.close()
  return root
}

function insert(database: Database.Database, rows: Rows): void {
  const sprint = database.prepare('INSERT INTO sprints (id, title, status) VALUES (?, ?, ?)')
  for (const row of rows.sprints ?? []) sprint.run(...row)
  const mission = database.prepare('INSERT INTO missions VALUES (?, ?, ?, ?, ?, ?, ?)')
  for (const {
    id,
    sprint: sprintId = null,
    name,
    status,
    completedAt = null,
    notes = null,
    metadata = null,
  } of rows.missions) {
    mission.run(id, sprintId, name, status, completedAt, notes, metadata)
  }
  const edge = database.prepare('INSERT INTO mission_dependencies VALUES (?, ?, ?)')
  for (const row of rows.dependencies ?? []) edge.run(...row)
  const event = database.prepare(
    'INSERT INTO session_events (ts, agent, mission, action, status, summary, next_hint, raw_event) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { ts, agent, mission: id, action, status, summary = '', nextHint = '' } of rows.events ?? []) {
    const raw = JSON.stringify({ ts, agent, mission: id, action, status, summary, next_hint: nextHint })
    event.run(ts, agent, id, action, status, summary, nextHint, raw)
  }
  const context = database.prepare("INSERT INTO contexts VALUES (?, '', ?, ?)")
  for (const { id, content, updatedAt } of rows.contexts ?? []) context.run(id, content, updatedAt)
  const snapshot = database.prepare(
    'INSERT INTO context_snapshots (context_id, source, content_hash, content, created_at) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { context: id, source, content, at } of rows.snapshots ?? [])
    snapshot.run(id, source, `hash of ${at}`, content, at)
}
