/** SQLite columns hold what was put in, whatever their declared type: a text, or null when it is none. */
export function textOrNull(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null
}

/** As `textOrNull`, but a name, id or status is always shown as something. */
export function textOrEmpty(value: unknown): string {
  return textOrNull(value) ?? ''
}
