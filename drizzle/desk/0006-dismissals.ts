/** Patterns of trouble that somebody looked at and put aside. */
export const desk0006 = `
CREATE TABLE dismissals (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  by TEXT NOT NULL
);
`
