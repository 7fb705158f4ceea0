import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Drift, NewerSide } from '../../domain/parity'
import { clipped, newerOf } from '../../domain/parity-values'
import { type PooledLine, poolOfLines, sessionLine } from '../../domain/session-line'
import { readObject } from '../../domain/stored-json'
import { firstKnownTime, readTime, type StoredTime, UNKNOWN_TIME } from '../../domain/stored-time'
import { readEventsAfter, readNewestEventId } from '../../store/read-events'
import type { Store } from '../../store/store'
import { absentView, type Compared, comparedWith, lookAtFile, unreadableView } from './compared'
import { SESSION_LOG } from './session-log'

const LARGEST = 256 * 1024 * 1024
const BATCH = 2_000
const MOST_NAMED = 500

/** Compares the session events with the lines of their log, each once; a line in another spacing is the same line. */
export async function compareSessions(root: string, store: Store, kept: boolean): Promise<Compared> {
  const path = join(root, SESSION_LOG)
  // Events are counted first: one that is appended meanwhile stands in the log, and is no drift.
  const newest = store.read(readNewestEventId)
  const found = lookAtFile(path)
  if (found === null) return absentView(SESSION_LOG, kept && newest > 0)
  if (found.bytes > LARGEST) return unreadableView(SESSION_LOG, found, 'It is too large to compare line by line.')
  const lines = linesOf(await readFile(path, 'utf8'))
  const { missing, events, last } = await matchEvents(store, newest, lines)
  const newer = sideOf(missing.length > 0, missing.left.length > 0)
  return comparedWith(SESSION_LOG, found, [
    ...countDrift(events, lines.length, newer),
    ...lastDrift(last, timeOf(lines.at(-1)?.text)),
    ...missing.named.map((drift): Drift => ({ ...ABOUT, ...drift, view: null, newer: 'store' })),
    ...missing.left.map(onlyInFile),
  ])
}

const ABOUT = { area: 'session events', file: SESSION_LOG } as const

interface Matched {
  readonly events: number
  readonly last: StoredTime
  readonly missing: {
    readonly length: number
    readonly named: { readonly field: string; readonly store: string }[]
    readonly left: PooledLine[]
  }
}

/** Event by event, with a turn of the event loop between the batches. */
async function matchEvents(store: Store, newest: number, lines: readonly PooledLine[]): Promise<Matched> {
  const pool = poolOfLines(lines)
  const named: { field: string; store: string }[] = []
  let [after, events, length] = [0, 0, 0]
  let last = UNKNOWN_TIME
  for (;;) {
    const batch = store.read((reader) => readEventsAfter(reader, after, BATCH)).filter(({ id }) => id <= newest)
    for (const event of batch) {
      const line = sessionLine(event)
      after = event.id
      last = readTime(event.ts)
      if (pool.take(line) !== undefined) continue
      length += 1
      if (named.length < MOST_NAMED) named.push({ field: `event ${event.id}`, store: clipped(line) })
    }
    events += batch.length
    if (batch.length < BATCH) break
    await new Promise((resolve) => setImmediate(resolve))
  }
  // What was appended to the store since is in the log already where views are kept in step.
  for (const event of store.read((reader) => readEventsAfter(reader, newest, BATCH))) pool.take(sessionLine(event))
  return { events, last, missing: { length, named, left: pool.left() } }
}

function linesOf(text: string): PooledLine[] {
  return text
    .split('\n')
    .map((line, at) => ({ number: at + 1, text: line.trim() }))
    .filter((line) => line.text !== '')
}

function sideOf(storeHasMore: boolean, fileHasMore: boolean): NewerSide {
  if (storeHasMore && fileHasMore) return 'both'
  return storeHasMore ? 'store' : 'file'
}

function countDrift(events: number, lines: number, newer: NewerSide): Drift[] {
  if (events === lines) return []
  const counts = { store: String(events), view: String(lines) }
  return [{ area: 'session count', file: SESSION_LOG, field: 'events', ...counts, newer }]
}

function lastDrift(store: StoredTime, file: StoredTime): Drift[] {
  if (store.raw === file.raw || (store.at !== null && store.at === file.at)) return []
  const times = { store: store.raw, view: file.raw }
  return [{ area: 'last session', file: SESSION_LOG, field: 'last event', ...times, newer: newerOf(store.at, file.at) }]
}

function timeOf(line: string | undefined): StoredTime {
  const { object } = readObject(line)
  return firstKnownTime([readTime(object.ts), readTime(object.timestamp)])
}

function onlyInFile({ number, text }: PooledLine): Drift {
  const { fault } = readObject(text)
  const field = fault === null ? `line ${number}` : `line ${number}, no JSON object`
  return { ...ABOUT, field, store: null, view: clipped(text), newer: fault === null ? 'file' : 'unknown' }
}
