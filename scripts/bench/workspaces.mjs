// The two workspaces of section 11: 20 missions, and 10,000 with everything that makes a store large.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const SCHEMA = `
CREATE TABLE metadata (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE sprints (id TEXT PRIMARY KEY, title TEXT NOT NULL, focus TEXT, status TEXT, start_date TEXT, end_date TEXT, total_missions INTEGER, completed_missions INTEGER);
CREATE TABLE missions (id TEXT PRIMARY KEY, sprint_id TEXT REFERENCES sprints(id) ON DELETE SET NULL, name TEXT NOT NULL, status TEXT NOT NULL, completed_at TEXT, notes TEXT, metadata TEXT);
CREATE TABLE mission_dependencies (from_id TEXT NOT NULL REFERENCES missions(id) ON DELETE CASCADE, to_id TEXT NOT NULL REFERENCES missions(id) ON DELETE CASCADE, type TEXT NOT NULL, PRIMARY KEY (from_id, to_id));
CREATE TABLE contexts (id TEXT PRIMARY KEY, source_path TEXT NOT NULL, content TEXT NOT NULL, updated_at TEXT);
CREATE TABLE context_snapshots (id INTEGER PRIMARY KEY AUTOINCREMENT, context_id TEXT NOT NULL REFERENCES contexts(id) ON DELETE CASCADE, session_id TEXT, source TEXT, content_hash TEXT NOT NULL, content TEXT NOT NULL, created_at TEXT NOT NULL);
CREATE TABLE session_events (id INTEGER PRIMARY KEY AUTOINCREMENT, ts TEXT, agent TEXT, mission TEXT, action TEXT, status TEXT, summary TEXT, next_hint TEXT, raw_event TEXT NOT NULL);
CREATE TABLE telemetry_events (id INTEGER PRIMARY KEY AUTOINCREMENT, mission TEXT, source_path TEXT NOT NULL, ts TEXT, payload TEXT NOT NULL);
CREATE TABLE prompt_mappings (id INTEGER PRIMARY KEY AUTOINCREMENT, prompt TEXT NOT NULL, behavior TEXT NOT NULL);`

const SIZES = {
  small: { missions: 20, sprints: 2, dependencies: 10, events: 40, contextBytes: 400 },
  big: { missions: 10_000, sprints: 100, dependencies: 9_900, events: 50_000, contextBytes: 206 * 1024 },
}
const TS = '2025-03-05T16:00:00Z'
const SENTENCE = 'A sentence of about the length that agents write when they log what they did and what they found.'

/** Writes the workspace of a size, contexts of `contextBytes` in it; returns its root. */
export function writeWorkspace(folder, size, changes = {}) {
  const sizes = { ...SIZES[size], ...changes }
  const root = join(folder, 'cmos')
  mkdirSync(join(root, 'db'), { recursive: true })
  mkdirSync(join(root, 'missions', 'research'), { recursive: true })
  writeFileSync(join(root, 'agents.md'), '# Agents\n\nSee foundational-docs/roadmap_template.md.\n')
  const db = new Database(join(root, 'db', 'cmos.sqlite'))
  db.pragma(`journal_mode = ${changes.journal ?? 'DELETE'}`)
  db.exec(SCHEMA)
  db.transaction(() => fill(db, sizes))()
  db.close()
  return root
}

function fill(db, { missions, sprints, dependencies, events, contextBytes }) {
  const insert = (table, columns) => {
    const statement = db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.split(',').map(() => '?')})`)
    return (...values) => statement.run(...values)
  }
  const addSprint = insert('sprints', 'id,title,status')
  for (let n = 0; n < sprints; n += 1) addSprint(`S${n}`, `Sprint ${n}`, 'In Progress')
  const addMission = insert('missions', 'id,sprint_id,name,status,completed_at,notes,metadata')
  for (let n = 0; n < missions; n += 1) addMission(...missionRow(n, missions, sprints))
  const addDependency = insert('mission_dependencies', 'from_id,to_id,type')
  const step = Math.max(1, Math.floor(missions / 100))
  for (let n = 0; n < dependencies; n += 1) addDependency(`M${n}`, `M${(n + step) % missions}`, 'Blocks')
  const addEvent = insert('session_events', 'ts,agent,mission,action,status,summary,raw_event')
  for (let n = 0; n < events; n += 1) {
    const event = { ts: TS, agent: 'codex', mission: `M${n % missions}`, action: 'start', status: 'in_progress' }
    addEvent(...Object.values(event), SENTENCE, JSON.stringify({ ...event, summary: SENTENCE }))
  }
  const addContext = insert('contexts', 'id,source_path,content,updated_at')
  for (const id of ['project_context', 'master_context']) addContext(id, '', contextText(contextBytes), TS)
}

/** Four of five are completed; what each says is what a real one of a fifth of a page says. */
function missionRow(n, missions, sprints) {
  const done = n < missions * 0.8
  const metadata = { description: `${SENTENCE} (${n})`, successCriteria: ['It works', 'It is fast: measured'] }
  const status = done ? 'Completed' : 'Queued'
  return [`M${n}`, `S${n % sprints}`, `Mission ${n}`, status, done ? TS : null, SENTENCE, JSON.stringify(metadata)]
}

function contextText(bytes) {
  const memory = { active_mission: null, session_count: 0, session_history: [], domains: {} }
  const document = { working_memory: memory, context_health: { sessions_since_reset: 0 }, notes: [] }
  for (let size = JSON.stringify(document, null, 2).length; size < bytes; size += SENTENCE.length + 9) {
    document.notes.push(SENTENCE)
  }
  return JSON.stringify(document, null, 2)
}
