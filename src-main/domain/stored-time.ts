import * as z from 'zod/mini'

/** A stored time: its instant in epoch milliseconds when it parses, and the text as stored. */
export const storedTime = z.object({ at: z.nullable(z.number()), raw: z.nullable(z.string()) })
export type StoredTime = z.infer<typeof storedTime>

/** What a stored time is worth: some rows hold words, dates before any agent lived, or dates still to come. */
export type TimeState = 'known' | 'unknown' | 'implausible'

const SHAPE =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[Tt ]\s*(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(?:([Zz]|UTC)|([+-])(\d{2}):?(\d{2})?)?)?\s*$/
/** No timestamp is longer; the limit keeps a long hostile text from costing anything. */
const LONGEST = 64
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const FIRST_PLAUSIBLE = Date.UTC(2000, 0, 1)

export const UNKNOWN_TIME: StoredTime = { at: null, raw: null }

/**
 * The instant of a stored timestamp in epoch milliseconds, or null when it is none (`template`, a composite id, 31 February).
 * Writers disagree on shapes: `T` or a space, fractions of any length, `Z`, an offset or nothing, which every CMOS program means as UTC.
 */
export function parseInstant(text: string): number | null {
  const found = text.length > LONGEST ? null : SHAPE.exec(text)
  if (found === null) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', , sign, offsetHour, offsetMinute] =
    found
  const midnight = calendarDay(Number(year), Number(month), Number(day))
  if (midnight === null || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null
  const milliseconds = Math.trunc(Number(`0.${fraction || '0'}`) * 1000)
  const shift = sign ? (sign === '-' ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute ?? '0')) * MINUTE : 0
  return midnight + (Number(hour) * 60 + Number(minute)) * MINUTE + Number(second) * 1000 + milliseconds - shift
}

function calendarDay(year: number, month: number, day: number): number | null {
  const midnight = Date.UTC(year, month - 1, day)
  const date = new Date(midnight)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? midnight : null
}

/** A stored value as a time that says what it knows; anything that is no text is unknown. */
export function readTime(raw: unknown): StoredTime {
  if (typeof raw !== 'string' || raw === '') return UNKNOWN_TIME
  return { at: parseInstant(raw), raw }
}

/** The first of several sources that holds a real instant, else the first that holds any text. */
export function firstKnownTime(times: readonly StoredTime[]): StoredTime {
  return times.find((time) => time.at !== null) ?? times.find((time) => time.raw !== null) ?? UNKNOWN_TIME
}

/** Known, unknown, or implausible: before the year 2000 or more than a day ahead of the clock. */
export function timeState(time: StoredTime, now: number): TimeState {
  if (time.at === null) return 'unknown'
  return time.at < FIRST_PLAUSIBLE || time.at > now + DAY ? 'implausible' : 'known'
}

/** Orders two stored times by instant; unknown ones come last in either direction. */
export function compareTimes(left: StoredTime, right: StoredTime, newestFirst: boolean): number {
  if (left.at === right.at) return 0
  if (left.at === null) return 1
  if (right.at === null) return -1
  return newestFirst ? right.at - left.at : left.at - right.at
}
