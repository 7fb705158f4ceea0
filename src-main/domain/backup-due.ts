const DAY = 86_400_000
const QUARTER = 15 * 60_000

/** Whether a backup is due by itself: when the newest is older than a day, or a quarter of an hour after a change. */
export function backupIsDue(what: {
  /** When the newest backup was taken or last tried, in milliseconds since 1970; null when there is none. */
  readonly newest: number | null
  readonly now: number
  /** Whether something was written since. */
  readonly changed: boolean
}): boolean {
  if (what.newest === null) return true
  const age = what.now - what.newest
  // After a clock was set back the newest lies in the future: waiting for it could take for ever.
  return age > DAY || age < -QUARTER || (what.changed && age >= QUARTER)
}
