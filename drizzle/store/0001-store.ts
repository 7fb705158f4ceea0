/** The structure of a store we create: what every generation reads and writes, plus plain indexes for long histories. */
export const store0001 = `
CREATE TABLE metadata (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE sprints (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  focus TEXT,
  status TEXT,
  start_date TEXT,
  end_date TEXT,
  total_missions INTEGER,
  completed_missions INTEGER
);
CREATE TABLE missions (
  id TEXT PRIMARY KEY,
  sprint_id TEXT REFERENCES sprints(id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  completed_at TEXT,
  notes TEXT,
  metadata TEXT
);
CREATE TABLE mission_dependencies (
  from_id TEXT NOT NULL REFERENCES missions(id) ON DELETE CASCADE,
  to_id TEXT NOT NULL REFERENCES missions(id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  PRIMARY KEY (from_id, to_id)
);
CREATE TABLE contexts (
  id TEXT PRIMARY KEY,
  source_path TEXT NOT NULL,
  content TEXT NOT NULL,
  updated_at TEXT
);
CREATE TABLE context_snapshots (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  context_id TEXT NOT NULL REFERENCES contexts(id) ON DELETE CASCADE,
  session_id TEXT,
  source TEXT,
  content_hash TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE TABLE session_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ts TEXT,
  agent TEXT,
  mission TEXT,
  action TEXT,
  status TEXT,
  summary TEXT,
  next_hint TEXT,
  raw_event TEXT NOT NULL
);
CREATE TABLE telemetry_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  mission TEXT,
  source_path TEXT NOT NULL,
  ts TEXT,
  payload TEXT NOT NULL
);
CREATE TABLE prompt_mappings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  prompt TEXT NOT NULL,
  behavior TEXT NOT NULL
);
CREATE VIEW active_missions AS
  SELECT m.id, m.name, m.status, m.completed_at, m.notes, s.id AS sprint_id, s.title AS sprint_title
  FROM missions m LEFT JOIN sprints s ON s.id = m.sprint_id
  WHERE m.status IN ('Current', 'In Progress');
CREATE INDEX idx_context_snapshots_ctx ON context_snapshots (context_id, created_at);
CREATE INDEX idx_context_snapshots_hash ON context_snapshots (context_id, content_hash);
CREATE INDEX idx_missions_sprint ON missions (sprint_id, status, id);
CREATE INDEX idx_missions_status ON missions (status, id);
CREATE INDEX idx_dependencies_to ON mission_dependencies (to_id, from_id);
CREATE INDEX idx_session_events_mission ON session_events (mission, id);
CREATE INDEX idx_session_events_ts ON session_events (ts, id);
CREATE INDEX idx_telemetry_events_source ON telemetry_events (source_path, ts);
CREATE INDEX idx_telemetry_events_ts ON telemetry_events (ts);
`
