import type { SessionEvent } from '../../src-main/domain/session-event'
import { formatClock } from '../format'

const DAY = 24 * 60 * 60_000
const shortDays = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' })
const shortYears = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric' })

const GLYPHS: readonly (readonly [RegExp, string])[] = [
  [/^(in[ _-]?progress|start(ed)?|resumed?)$/, 'In Progress'],
  [/^(completed?|done)$/, 'Completed'],
  [/^block(ed)?$/, 'Blocked'],
  [/^current$/, 'Current'],
  [/^(queued|unblock(ed)?)$/, 'Queued'],
  [/^defer(red)?$/, 'Deferred'],
  [/^drop(ped)?$/, 'Dropped'],
]

/** The mission status whose glyph suits an event of any program's vocabulary, or null when none does. */
export function eventGlyph(event: Pick<SessionEvent, 'action' | 'status'>): string | null {
  for (const word of [event.status, event.action]) {
    const found = GLYPHS.find(([pattern]) => pattern.test((word ?? '').trim().toLowerCase()))
    if (found) return found[1]
  }
  return null
}

/** The moment of an event in a narrow column: a time of day, a day, or a month when it is long ago. */
export function eventTime(at: number, now: number): string {
  if (now - at < DAY && new Date(at).getDate() === new Date(now).getDate()) return formatClock(at)
  return now - at < 300 * DAY ? shortDays.format(at) : shortYears.format(at)
}

/** What an event says in one line: its summary, else its action and status. */
export function eventLine(event: SessionEvent): string {
  const summary = event.summary?.trim()
  if (summary) return summary
  const words = [event.action, event.status].filter((word) => word?.trim())
  return words.length > 0 ? words.join(', ') : 'no summary'
}
