import { DomainError } from '../../domain/fault'
import { eventDeed, type StoredEvent, sessionEventOf } from '../../domain/stored-event'
import { timeState } from '../../domain/stored-time'
import { placeInRun } from '../../domain/timeline/event-runs'
import { SHAPES, shapesOf } from '../../domain/timeline/event-shape'
import {
  clearEvents,
  type IndexedEvent,
  insertEvents,
  readOpenRuns,
  readProgress,
  saveOpenRuns,
  saveProgress,
} from '../../store/index/timeline-rows'
import { readEventsAfter, readEventsById, readNewestEventId } from '../../store/read-events'
import { isBusy } from '../../store/sqlite-fault'
import type { JobScope } from '../job'
import type { AnalysisScope } from './analysis-scope'
import type { Feeder, StartFeeder } from './feeder'

/** Rows of one batch: short enough that the process answers in between. */
const BATCH = 2_000
/** Milliseconds between two announcements while a long log is read. */
const PACE = 250
const SOURCE = 'session_events'
const PLACES = { start: 1, middle: 2, end: 3 } as const
const DEEDS = { start: 1, complete: 2, block: 3 } as const
const OWN = { known: 0, unknown: 1, implausible: 2 } as const

/** How far the log was read: the last event's id and content, and where it stands in time. */
interface Progress {
  readonly id: number
  readonly mark: string
  readonly at: number
}
const START: Progress = { id: 0, mark: '', at: 0 }

/** Keeps the session events in the index, oldest first; a log that lost or changed its last event is read anew. */
export const feedTimeline: StartFeeder = (scope, changed): Feeder => {
  let scheduled = false
  let closed = false
  let told = 0
  const step = (): boolean => {
    const more = readBatch(scope)
    if (more === 'nothing') return false
    const now = performance.now()
    if (more === 'done' || now - told > PACE) {
      told = now
      changed(['index'])
    }
    return more === 'more'
  }
  const goOn = () => {
    if (scheduled || closed) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      if (!closed && attempt(step)) goOn()
    })
  }
  return {
    catchUp: () => {
      if (!scheduled && !closed && attempt(step)) goOn()
    },
    close: () => {
      closed = true
    },
  }
}

/** A busy or vanished store is read on with the next call; anything else is a bug and is not hidden. */
function attempt(step: () => boolean): boolean {
  try {
    return step()
  } catch (error) {
    if (error instanceof DomainError || isBusy(error)) return false
    throw error
  }
}

function readBatch({ store, index }: AnalysisScope): 'nothing' | 'more' | 'done' {
  const known = progressOf(index.reader)
  const fits =
    known.id === 0 ||
    store.read((reader) => readEventsById(reader, [known.id])).some((event) => markOf(event) === known.mark)
  const from = fits ? known : START
  const rows = store.read((reader) => readEventsAfter(reader, from.id, BATCH))
  if (rows.length === 0 && fits) return 'nothing'
  index.write((tx) => {
    if (!fits) clearEvents(tx)
    const open = readOpenRuns(tx)
    const now = Date.now()
    let at = from.at
    const events = rows.map((row): IndexedEvent => {
      const event = indexed(row, { open, before: at, now })
      at = event.at
      return event
    })
    insertEvents(tx, events)
    saveOpenRuns(tx, open)
    const last = rows.at(-1)
    saveProgress(tx, SOURCE, last === undefined ? START : { id: last.id, mark: markOf(last), at })
  })
  return rows.length === BATCH ? 'more' : 'done'
}

function indexed(
  row: StoredEvent,
  { open, before, now }: { readonly open: Map<string, number>; readonly before: number; readonly now: number },
): IndexedEvent {
  const event = sessionEventOf(row, () => false)
  const state = timeState(event.time, now)
  const place = placeInRun(open, event)
  const deed = eventDeed(event.action)
  const { id, mission, agent, action, status, session = null } = event
  return {
    id,
    at: state === 'known' && event.time.at !== null ? event.time.at : before,
    own: OWN[state],
    deed: deed === null ? 0 : DEEDS[deed],
    shape: shapesOf(row, event).reduce((bits, shape) => bits | (1 << SHAPES.indexOf(shape)), 0),
    mission: mission ?? session,
    agent,
    action,
    status,
    run: place?.run ?? null,
    place: place === null ? null : PLACES[place.place],
    text: [mission, session, agent, action, status, event.summary, event.nextHint, ...event.needs]
      .filter((part) => part !== null)
      .join(' '),
  }
}

/** What tells a log's last event from another with its id. */
function markOf({ ts, mission, action, summary }: StoredEvent): string {
  return JSON.stringify([ts, mission, action, summary?.slice(0, 200)])
}

function progressOf(reader: AnalysisScope['index']['reader']): Progress {
  return (readProgress(reader, SOURCE) as Progress | undefined) ?? START
}

/** Reads all that is new at once; for work that needs the whole log and has a process of its own. */
export function readAllEvents(scope: AnalysisScope, job: JobScope): void {
  for (let more = readBatch(scope); more === 'more'; more = readBatch(scope)) {
    if (job.signal.aborted) throw new DomainError('cancelled', 'Reading the event log was stopped.')
    const progress = timelineProgress(scope)
    if (progress !== null) job.report({ label: 'Reading the event log', ...progress })
  }
}

/** How far the log was read, as counts of ids; null when all of it is in. */
export function timelineProgress({ store, index }: AnalysisScope): { done: number; total: number } | null {
  const { id } = progressOf(index.reader)
  const newest = store.read(readNewestEventId)
  return id >= newest ? null : { done: id, total: newest }
}
