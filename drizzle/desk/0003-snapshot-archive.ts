/**
 * Older snapshots of contexts, moved out of the store so that it stops growing. A batch holds what one move took, each
 * text as its difference from a base; `life` tells the store's present life from one before it was seeded anew.
 */
export const desk0003 = `
CREATE TABLE snapshot_bases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  context_id TEXT NOT NULL,
  packed BLOB NOT NULL
);
CREATE TABLE snapshot_batches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  context_id TEXT NOT NULL,
  life TEXT NOT NULL,
  snapshots TEXT NOT NULL,
  base INTEGER NOT NULL REFERENCES snapshot_bases (id),
  sha256 TEXT NOT NULL,
  packed BLOB NOT NULL
);
CREATE INDEX idx_snapshot_batches_context ON snapshot_batches (context_id, life, id);
`
