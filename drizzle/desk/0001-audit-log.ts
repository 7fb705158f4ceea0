/** What the operators of this desk did, with what they said about it. */
export const desk0001 = `
CREATE TABLE audit_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  action TEXT NOT NULL,
  missions TEXT NOT NULL,
  detail TEXT
);
CREATE INDEX idx_audit_log_at ON audit_log (at, id);
`
