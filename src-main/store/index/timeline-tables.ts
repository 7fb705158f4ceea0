/**
 * What the index keeps of session events, under their ids in the store. `at` is where an event stands in time: its own
 * instant, or its predecessor's in the log when that is unknown (`own` 1) or implausible (`own` 2). Texts that repeat are
 * numbers of `words`. `deed` is 1 start, 2 complete, 3 block, 0 anything else; `shape` has a bit for each oddity of its row; `run` the id of the run's first event and
 * `place` 1 start, 2 middle, 3 end, null outside any run. `event_hours` counts events of known time, `event_cube` all of them by the hour in which they stand
 * and by agent, action and status (0 for none; `odd` those without a time of their own), `event_facets` how often
 * each agent (0), action (1) and status (2) occurs. Full text has no columns of its own: only its index.
 */
export const TIMELINE_TABLES = `
CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  own INTEGER NOT NULL,
  deed INTEGER NOT NULL,
  shape INTEGER NOT NULL,
  mission INTEGER,
  agent INTEGER,
  action INTEGER,
  status INTEGER,
  run INTEGER,
  place INTEGER
);
CREATE INDEX events_at ON events (at, id, deed, own);
CREATE INDEX events_mission ON events (mission, at);
CREATE INDEX events_agent ON events (agent, at);
CREATE INDEX events_action ON events (action, at);
CREATE INDEX events_status ON events (status, at);
CREATE INDEX events_odd ON events (own, at) WHERE own > 0;
CREATE INDEX events_shape ON events (shape, at) WHERE shape > 0;
CREATE TABLE event_hours (
  hour INTEGER NOT NULL,
  deed INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (hour, deed)
) WITHOUT ROWID;
CREATE TABLE event_cube (
  hour INTEGER NOT NULL,
  odd INTEGER NOT NULL,
  agent INTEGER NOT NULL,
  action INTEGER NOT NULL,
  status INTEGER NOT NULL,
  deed INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (hour, odd, agent, action, status, deed)
) WITHOUT ROWID;
CREATE TABLE event_facets (
  facet INTEGER NOT NULL,
  word INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (facet, word)
) WITHOUT ROWID;
CREATE TABLE open_runs (mission INTEGER PRIMARY KEY, run INTEGER NOT NULL);
CREATE VIRTUAL TABLE event_text USING fts5(body, content='', detail='none', tokenize="unicode61 tokenchars '-_.'");
`
