/** How far each file view was written: what it held then, and for the session log the last event that is in it. */
export const desk0004 = `
CREATE TABLE file_views (
  file TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  event INTEGER,
  event_sha256 TEXT
);
`
