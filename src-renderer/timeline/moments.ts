import { parseInstant } from '../../src-main/domain/stored-time'

const DAY = 86_400_000
const DATE = /^\s*\d{4}-\d{2}-\d{2}\s*$/
const HOUR_ONLY = /^\s*(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})\s*$/
const WORDS = /^\s*(\d{1,2}\.?\s+\p{L}{3,}|\p{L}{3,}\s+\d{1,2},?)\s+\d{4}\s*$/u

/** A typed moment as it is shown for editing: `2026-11-22 14:05`. */
export function momentText(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ')
}

/** The instant that a typed date or time means, in UTC; a day means its last moment, so that all of it is below. Null for none. */
export function momentOf(typed: string): number | null {
  if (DATE.test(typed)) return endOfDay(parseInstant(typed))
  const minute = HOUR_ONLY.exec(typed)
  if (minute !== null) return parseInstant(`${minute[1]}T${minute[2]?.padStart(2, '0')}:${minute[3]}:59.999Z`)
  if (WORDS.test(typed)) {
    const found = Date.parse(`${typed.replace('.', '')} UTC`)
    return endOfDay(Number.isNaN(found) ? null : found)
  }
  return parseInstant(typed)
}

function endOfDay(at: number | null): number | null {
  return at === null ? null : at + DAY - 1
}
