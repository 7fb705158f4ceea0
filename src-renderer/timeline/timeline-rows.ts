import type { PlanningSession, TimelineEvent, TimelineFilter, TimeRange } from '../../src-main/domain/timeline/timeline'
import { type RowRails, runRails } from './run-rails'

/** One line of the list. A day without a range holds what no time is known of. */
export type TimelineRow =
  | { readonly kind: 'day'; readonly key: string; readonly day: TimeRange | null }
  | { readonly kind: 'event'; readonly key: string; readonly event: TimelineEvent; readonly rails: RowRails }
  | {
      readonly kind: 'session'
      readonly key: string
      readonly session: PlanningSession
      readonly at: number
      readonly rails: RowRails['below']
    }

const DAY = 86_400_000

/** The UTC day that holds an instant, as the buckets above the list are cut. */
export function dayOf(at: number): TimeRange {
  const from = Math.floor(at / DAY) * DAY
  return { from, to: from + DAY }
}

interface Loaded {
  readonly events: readonly TimelineEvent[]
  readonly sessions: readonly PlanningSession[]
  /** Whether nothing newer, and nothing older, is to be loaded: sessions out there have their place too. */
  readonly top: boolean
  readonly bottom: boolean
}

/** Events and planning sessions in one list, newest first, under a heading for each day. */
export function timelineRows({ events, sessions, top, bottom }: Loaded): TimelineRow[] {
  const rails = runRails(events)
  const waiting = sessionsWithin(sessions, { events, top, bottom })
  const rows: TimelineRow[] = []
  const headings = new Set<string>()
  let day: TimeRange | null | undefined
  const headed = (at: number | null) => {
    if (at === null ? day === null : day != null && at >= day.from && at < day.to) return
    day = at === null ? null : dayOf(at)
    const name = `day ${day?.from ?? 'unknown'}`
    // A log that is still in its own order may come back to a day.
    const key = headings.has(name) ? `${name} ${rows.length}` : name
    headings.add(key)
    rows.push({ kind: 'day', key, day })
  }
  const sessionsUntil = (at: number, below: RowRails['below']) => {
    for (let next = waiting[0]; next !== undefined && next.at > at; next = waiting[0]) {
      waiting.shift()
      headed(next.at)
      rows.push({ kind: 'session', key: `session ${next.session.id}`, ...next, rails: below })
    }
  }
  events.forEach((event, index) => {
    sessionsUntil(event.shownAt ?? 0, rails[index - 1]?.below ?? [])
    headed(event.shownAt)
    rows.push({ kind: 'event', key: `event ${event.id}`, event, rails: rails[index] ?? NO_RAILS })
  })
  sessionsUntil(Number.NEGATIVE_INFINITY, [])
  return rows
}

const NO_RAILS: RowRails = { own: [], below: [] }

function sessionsWithin(
  sessions: readonly PlanningSession[],
  { events, top, bottom }: Omit<Loaded, 'sessions'>,
): { session: PlanningSession; at: number }[] {
  const newest = top ? Number.POSITIVE_INFINITY : (events[0]?.shownAt ?? Number.POSITIVE_INFINITY)
  const oldest = bottom ? Number.NEGATIVE_INFINITY : (events.at(-1)?.shownAt ?? Number.NEGATIVE_INFINITY)
  return sessions
    .flatMap((session) => {
      const at = session.startedAt ?? session.completedAt
      return at === null || at > newest || at < oldest ? [] : [{ session, at }]
    })
    .sort((left, right) => right.at - left.at)
}

/** The sessions that a filter leaves: they belong to no mission and have neither an action nor an event's status. */
export function fittingSessions(sessions: readonly PlanningSession[], filter: TimelineFilter): PlanningSession[] {
  const { missions, actions, statuses, agents, range, text } = filter
  if (missions.length + actions.length + statuses.length > 0) return []
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return sessions.filter((session) => {
    const at = session.startedAt ?? session.completedAt
    if (range !== null && (at === null || at < range.from || at >= range.to)) return false
    if (agents.length > 0 && !agents.includes(session.agent ?? '')) return false
    const said = textOf(session)
    return words.every((word) => said.includes(word))
  })
}

function textOf({ id, title, agent, summary, captures }: PlanningSession): string {
  return [id, title, agent, summary, ...captures.map((capture) => capture.text)].join(' ').toLowerCase()
}
