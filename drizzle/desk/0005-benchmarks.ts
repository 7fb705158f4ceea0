/** Benchmark runs and what was decided about their metrics. A run is known by what it holds, so none is recorded twice. */
export const desk0005 = `
CREATE TABLE benchmark_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fingerprint TEXT NOT NULL UNIQUE,
  at INTEGER,
  recorded_at INTEGER NOT NULL,
  commit_id TEXT,
  branch TEXT,
  machine TEXT,
  label TEXT,
  source TEXT NOT NULL
);
CREATE TABLE benchmark_figures (
  run INTEGER NOT NULL REFERENCES benchmark_runs (id),
  metric TEXT NOT NULL,
  unit TEXT,
  direction TEXT NOT NULL,
  value REAL NOT NULL,
  samples TEXT,
  PRIMARY KEY (metric, run)
) WITHOUT ROWID;
CREATE INDEX idx_benchmark_figures_run ON benchmark_figures (run);
CREATE TABLE benchmark_metrics (
  metric TEXT PRIMARY KEY,
  baseline TEXT,
  threshold TEXT,
  decision TEXT
);
CREATE TABLE benchmark_notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run INTEGER,
  metric TEXT,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  text TEXT NOT NULL
);
`
