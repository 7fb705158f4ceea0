import type { StoredTime } from '../src-main/domain/stored-time'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY

const counts = new Intl.NumberFormat('en')
const sizes = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const days = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })
const moments = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })
const clocks = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hour12: false })

/** `1,204` */
export function formatCount(value: number): string {
  return counts.format(value)
}

/** `1 mission`, `1,204 missions` */
export function formatCounted(value: number, one: string, many = `${one}s`): string {
  return `${counts.format(value)} ${value === 1 ? one : many}`
}

/** `812 B`, `4 KB`, `1.2 MB`: whole kilobytes, since smaller parts say nothing. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${counts.format(bytes)} B`
  if (bytes < 1_000_000) return `${counts.format(Math.ceil(bytes / 1_000))} KB`
  if (bytes < 1_000_000_000) return `${sizes.format(bytes / 1_000_000)} MB`
  return `${sizes.format(bytes / 1_000_000_000)} GB`
}

/** `22 Nov 2026` */
export function formatDay(at: number): string {
  return days.format(at)
}

/** Day and minute, in the operator's own time zone. */
export function formatMoment(at: number): string {
  return moments.format(at)
}

/** `14:20` */
export function formatClock(at: number): string {
  return clocks.format(at)
}

/** The age of a moment for lists: `now`, `5m`, `3h`, `8d`, `2y`; a moment in the future counts as now. */
export function formatAge(milliseconds: number): string {
  if (milliseconds < MINUTE) return 'now'
  if (milliseconds < HOUR) return `${Math.floor(milliseconds / MINUTE)}m`
  if (milliseconds < DAY) return `${Math.floor(milliseconds / HOUR)}h`
  if (milliseconds < YEAR) return `${Math.floor(milliseconds / DAY)}d`
  return `${Math.floor(milliseconds / YEAR)}y`
}

/** The same age spelled out in its two largest units: `7 days 16 hours`. */
export function formatAgeLong(milliseconds: number): string {
  if (milliseconds < MINUTE) return 'less than a minute'
  const parts = [
    formatUnit(Math.floor(milliseconds / DAY), 'day'),
    formatUnit(Math.floor((milliseconds % DAY) / HOUR), 'hour'),
    formatUnit(Math.floor((milliseconds % HOUR) / MINUTE), 'minute'),
  ].filter((part) => part !== null)
  return parts.slice(0, 2).join(' ')
}

function formatUnit(value: number, unit: string): string | null {
  return value === 0 ? null : formatCounted(value, unit)
}

/** A stored time for people: the moment when it parses, else the text as stored, else `unknown`. */
export function formatStored(time: StoredTime): string {
  if (time.at !== null) return formatMoment(time.at)
  return time.raw?.trim() ? `“${time.raw}” (not a date)` : 'unknown'
}
