import { formatClock, formatDay } from '../format'

const HOUR = 3_600_000
const MORNING = 9

/** A time to come, for a case that can wait until then. */
export interface SnoozeTime {
  readonly label: string
  /** Epoch milliseconds. */
  readonly until: number
}

/** The times that are offered, by the operator's own clock. */
export function snoozeTimes(now: number): readonly SnoozeTime[] {
  return [
    { label: '1 hour', until: now + HOUR },
    { label: `Until tomorrow 0${MORNING}:00`, until: daysOn(now, 1, MORNING) },
    { label: '3 days', until: daysOn(now, 3) },
    { label: 'A week', until: daysOn(now, 7) },
  ]
}

/** When a snoozed case comes back, as short as a row allows: the hour within a day, else the day. */
export function wakeTime(until: number, now: number): string {
  return until - now < 24 * HOUR ? formatClock(until) : formatDay(until)
}

/** Calendar days later at the same hour, or at a given one, also where the clocks change in between. */
function daysOn(now: number, days: number, hour?: number): number {
  const day = new Date(now)
  day.setDate(day.getDate() + days)
  if (hour !== undefined) day.setHours(hour, 0, 0, 0)
  return day.getTime()
}
