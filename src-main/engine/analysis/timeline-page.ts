import { DomainError } from '../../domain/fault'
import { type StoredEvent, sessionEventOf } from '../../domain/stored-event'
import { timeState } from '../../domain/stored-time'
import { shapesOf } from '../../domain/timeline/event-shape'
import type {
  EventOddity,
  TimelineEvent,
  TimelineFilter,
  TimelinePage,
  TimelineRecord,
} from '../../domain/timeline/timeline'
import {
  readTimelineKey,
  readTimelineKeys,
  type TimelineKey,
  type TimelinePlace,
} from '../../store/index/read-timeline'
import { asksForAll } from '../../store/index/timeline-filter'
import { readEventsBefore, readEventsById } from '../../store/read-events'
import { knownMissions } from '../../store/read-missions'
import type { AnalysisScope } from './analysis-scope'
import { timelineProgress } from './feed-timeline'

export interface TimelinePageInput {
  readonly filter: TimelineFilter
  readonly before?: string | undefined
  readonly after?: string | undefined
  /** Epoch milliseconds. */
  readonly at?: number | undefined
  readonly limit: number
}

const PLACES = ['start', 'middle', 'end'] as const
const INDEXED = /^(\d{1,16}):(\d{1,16})$/
const LOGGED = /^log:(\d{1,16})$/

/**
 * A page of session events, newest first. While a long log is still being read and nothing is filtered, the page comes
 * from the log itself, in its own order, so that the newest events are there at once.
 */
export function timelinePage(scope: AnalysisScope, input: TimelinePageInput): TimelinePage {
  const indexing = timelineProgress(scope)
  const { filter, before } = input
  const unfiltered = asksForAll(filter) && filter.range === null
  const plain = input.after === undefined && input.at === undefined
  if (LOGGED.test(before ?? '') || (indexing !== null && unfiltered && plain && before === undefined)) {
    return { ...pageOfLog(scope, LOGGED.exec(before ?? '')?.[1], input.limit), indexing }
  }
  return { ...pageOfIndex(scope, input), indexing }
}

/** One event with everything that its row holds; null when it is gone. */
export function timelineRecord(scope: AnalysisScope, { id }: { readonly id: number }): TimelineRecord | null {
  const [row] = scope.store.read((reader) => readEventsById(reader, [id]))
  if (row === undefined) return null
  const { ts, agent, mission, action, status, summary, nextHint, rawEvent } = row
  const columns = { ts, agent, mission, action, status, summary, next_hint: nextHint, raw_event: rawEvent }
  return {
    event: timelineEvent(row, readTimelineKey(scope.index.reader, id) ?? null, missionsIn(scope.store, [row])),
    columns: Object.entries(columns).map(([name, value]) => ({ name, value })),
  }
}

type Page = Omit<TimelinePage, 'indexing'>

function pageOfIndex(scope: AnalysisScope, { filter, before, after, at, limit }: TimelinePageInput): Page {
  const from = before !== undefined ? placeOf(before) : at === undefined ? null : { at: at + 1, id: 0 }
  const keys =
    after === undefined
      ? readTimelineKeys(scope.index.reader, filter, { side: 'older', from, limit: limit + 1 })
      : readTimelineKeys(scope.index.reader, filter, { side: 'newer', from: placeOf(after), limit })
  const shown = after === undefined ? keys.slice(0, limit) : keys
  const [first, last] = [shown.at(0), shown.at(-1)]
  return {
    events: eventsOf(scope, shown),
    older: last !== undefined && (after !== undefined || keys.length > limit) ? cursorOf(last) : null,
    newer: first === undefined ? (after ?? before ?? '0:0') : cursorOf(first),
  }
}

/** The log in its own order, newest first, with what only the index knows left open. */
function pageOfLog({ store }: AnalysisScope, before: string | undefined, limit: number): Page {
  const id = before === undefined ? Number.MAX_SAFE_INTEGER : Number(before)
  const rows = store.read((reader) => readEventsBefore(reader, id, limit + 1))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const known = missionsIn(store, shown)
  return {
    events: shown.map((row) => timelineEvent(row, null, known)),
    older: rows.length > limit && last !== undefined ? `log:${last.id}` : null,
    newer: '0:0',
  }
}

function eventsOf({ store }: AnalysisScope, keys: readonly TimelineKey[]): TimelineEvent[] {
  const rows = store.read((reader) =>
    readEventsById(
      reader,
      keys.map(({ id }) => id),
    ),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const known = missionsIn(store, rows)
  return keys.flatMap((key) => {
    const row = byId.get(key.id)
    return row === undefined ? [] : [timelineEvent(row, key, known)]
  })
}

function missionsIn(store: AnalysisScope['store'], rows: readonly StoredEvent[]): ReadonlySet<string> {
  const ids = rows.flatMap(({ mission }) => (mission === null ? [] : [mission]))
  return store.read((reader) => knownMissions(reader, ids))
}

function timelineEvent(row: StoredEvent, key: TimelineKey | null, known: ReadonlySet<string>): TimelineEvent {
  const event = sessionEventOf(row, (id) => known.has(id))
  const state = timeState(event.time, Date.now())
  const own = state === 'known' ? event.time.at : null
  const place = PLACES[(key?.place ?? 0) - 1]
  return {
    ...event,
    shownAt: key === null ? own : key.at === 0 ? null : key.at,
    oddities: odditiesOf(row, event, state),
    run:
      key?.run == null || place === undefined
        ? null
        : { id: key.run, place, elapsed: own === null || key.startedAt === null ? null : own - key.startedAt },
  }
}

function odditiesOf(
  row: StoredEvent,
  event: ReturnType<typeof sessionEventOf>,
  state: ReturnType<typeof timeState>,
): EventOddity[] {
  const shapes = shapesOf(row, event)
  return state === 'known' ? shapes : [state === 'unknown' ? 'unknown-time' : 'implausible-time', ...shapes]
}

function cursorOf({ at, id }: TimelinePlace): string {
  return `${at}:${id}`
}

function placeOf(cursor: string): TimelinePlace {
  const found = INDEXED.exec(cursor)
  if (found !== null) return { at: Number(found[1]), id: Number(found[2]) }
  throw new DomainError('invalid_input', 'That place in the timeline is none. Load the page again.')
}
