/** The timestamp every program of this convention writes: UTC, whole seconds, `2025-03-06T09:00:00Z`. */
export function nowText(now: Date): string {
  return now.toISOString().replace(/\.\d+Z$/, 'Z')
}
