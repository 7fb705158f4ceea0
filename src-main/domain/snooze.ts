import type { StoredTime } from './stored-time'

/** A case that is left alone until a time; `since` is when it got stuck, as stored when it was snoozed. */
export interface Snooze {
  readonly mission: string
  /** Epoch milliseconds. */
  readonly until: number
  readonly since: string | null
}

/** True until its time has come, and only for what it was said of: a new block of the same mission is shown at once. */
export function isAsleep(snooze: Snooze, since: StoredTime, now: number): boolean {
  return now < snooze.until && snooze.since === since.raw
}
