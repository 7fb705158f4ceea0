/** SQLite columns hold what was put in, whatever their declared type: a text, or null when it is none. */
export function textOrNull(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null
}

/** As `textOrNull`, but a name, id or status is always shown as something. */
export function textOrEmpty(value: unknown): string {
  return textOrNull(value) ?? ''
}

/** True when two rows read the same way hold the same values; an absent one is like no other. */
export function sameRow<Row extends object>(row: Row, other: Row | undefined): other is Row {
  if (other === undefined) return false
  for (const name in row) if (row[name] !== other[name]) return false
  return true
}
