import { parseInstant } from './stored-time'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ISO = /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/
const NAMED =
  /(?:([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th|\.)?\s+([A-Za-z]{3,9})),?\s+(\d{4})/
const DAY = 24 * 60 * 60 * 1_000

/**
 * The day that a document names, as people write one: `2025-11-08`, `November 8, 2025`, `8 Nov 2025`. `end` is the first
 * instant after it, in epoch milliseconds, or the named instant itself; a day of numbers alone could be two days, and is none.
 */
export function statedDay(text: string): { readonly end: number } | null {
  const iso = ISO.exec(text)?.[0]
  if (iso !== undefined) {
    const at = parseInstant(iso)
    return at === null ? null : { end: iso.length === 10 ? at + DAY : at }
  }
  const [, month, day, otherDay, otherMonth, year] = NAMED.exec(text) ?? []
  const number = MONTHS.indexOf((month ?? otherMonth ?? '').slice(0, 3).toLowerCase()) + 1
  const two = (value: string | number) => String(value).padStart(2, '0')
  const at = number === 0 ? null : parseInstant(`${year}-${two(number)}-${two(day ?? otherDay ?? '')}`)
  return at === null ? null : { end: at + DAY }
}
