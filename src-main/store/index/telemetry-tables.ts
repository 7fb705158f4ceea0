/**
 * What the index keeps of telemetry. A source is a file of the workspace or the store's own table; `state` says how far it
 * was read. Texts are numbers of `words`. `telemetry_cube` counts by hour and everything that events are split by at once,
 * `telemetry_hours` sums up by hour and one thing after the other, `worker_latency` how the latencies of workers lie,
 * `number_hours` how the values of a field lie (bins of the sketch) by hour and pattern. All of it names its source, so that
 * a source that was replaced can be forgotten.
 */
export const TELEMETRY_TABLES = `
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  events INTEGER NOT NULL DEFAULT 0,
  malformed INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE telemetry (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL,
  line INTEGER NOT NULL,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  at INTEGER,
  kind INTEGER NOT NULL,
  mission INTEGER,
  pattern INTEGER,
  stage INTEGER,
  status INTEGER,
  worker INTEGER,
  agent INTEGER,
  error INTEGER,
  fallback INTEGER NOT NULL,
  tier INTEGER,
  cause INTEGER,
  latency REAL,
  tokens REAL
);
CREATE INDEX telemetry_at ON telemetry (at, id);
CREATE INDEX telemetry_kind ON telemetry (kind, at, status, error);
CREATE INDEX telemetry_error ON telemetry (error, at) WHERE error IS NOT NULL;
CREATE INDEX telemetry_fallback ON telemetry (at, tier, cause) WHERE fallback = 1;
CREATE INDEX telemetry_source ON telemetry (source);
CREATE TABLE telemetry_cube (
  source INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  mission INTEGER NOT NULL,
  pattern INTEGER NOT NULL,
  status INTEGER NOT NULL,
  worker INTEGER NOT NULL,
  agent INTEGER NOT NULL,
  error INTEGER NOT NULL,
  tier INTEGER NOT NULL,
  cause INTEGER NOT NULL,
  fallback INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (hour, kind, mission, pattern, status, worker, agent, error, tier, cause, fallback, source)
) WITHOUT ROWID;
CREATE TABLE telemetry_hours (
  dimension INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  key INTEGER NOT NULL,
  source INTEGER NOT NULL,
  events INTEGER NOT NULL,
  succeeded INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  fallbacks INTEGER NOT NULL,
  tokens REAL NOT NULL,
  valued INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (dimension, hour, kind, key, source)
) WITHOUT ROWID;
CREATE TABLE worker_latency (
  slot INTEGER NOT NULL,
  worker INTEGER NOT NULL,
  bin INTEGER NOT NULL,
  source INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (slot, worker, bin, source)
) WITHOUT ROWID;
CREATE TABLE fields (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, count INTEGER NOT NULL);
CREATE TABLE numbers (
  field INTEGER NOT NULL,
  at INTEGER NOT NULL,
  event INTEGER NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (field, at, event)
) WITHOUT ROWID;
CREATE TABLE number_hours (
  field INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  pattern INTEGER NOT NULL,
  bin INTEGER NOT NULL,
  source INTEGER NOT NULL,
  count INTEGER NOT NULL,
  sum REAL NOT NULL,
  PRIMARY KEY (field, hour, pattern, bin, source)
) WITHOUT ROWID;
CREATE TABLE telemetry_problems (
  source INTEGER NOT NULL,
  line INTEGER,
  reason TEXT NOT NULL,
  excerpt TEXT NOT NULL
);
CREATE INDEX telemetry_problems_source ON telemetry_problems (source);
`
