import { movedIndex } from '../triage/triage-selection'
import type { TimelineRow } from './timeline-rows'

/** Where a key moves the active row, past headings; null when the key is not for moving. */
export function movedRow(key: string, active: number, rows: readonly TimelineRow[], page: number): number | null {
  const moved = movedIndex(key, active, rows.length, page)
  if (moved === null) return null
  const step = moved > active || key === 'Home' ? 1 : -1
  return nextRow(rows, moved, step) ?? nextRow(rows, moved, step === 1 ? -1 : 1)
}

/** The first row from an index on, in one direction, that is no heading. */
function nextRow(rows: readonly TimelineRow[], from: number, step: 1 | -1): number | null {
  for (let index = from; index >= 0 && index < rows.length; index += step) {
    if (rows[index]?.kind !== 'day') return index
  }
  return null
}
