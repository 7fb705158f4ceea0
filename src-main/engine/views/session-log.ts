import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { type LinePool, poolOfLines, sessionLine } from '../../domain/session-line'
import { readEventsAfter, readNewestEventId } from '../../store/read-events'
import type { Store } from '../../store/store'
import type { ViewProgress } from '../../store/view-progress'
import { appendToFile } from '../files/atomic-file'

export const SESSION_LOG = 'SESSIONS.jsonl'
const TAIL = 4_096
const BATCH = 2_000
const LINE_FEED = 0x0a

/** What was appended, and how far the log goes now. */
export interface LogChange {
  readonly progress: ViewProgress
  readonly lines: number
}

/**
 * Appends every event that the log does not hold yet, each once. What was written since the log was last known (by a
 * process that died before it could say so, or by another program) is read first, and an event found there is not
 * appended again; a line that was cut short is completed. Where nothing is known, all events and all lines are compared.
 */
export function catchUpSessionLog(path: string, store: Store, known: ViewProgress | undefined): LogChange {
  const since = stillHolds(store, known) ? known.event : 0
  const trusted = known !== undefined && since > 0 && endsAsKnown(path, known)
  const written = readFrom(path, trusted ? known.bytes : 0)
  const state = { last: since, lastLine: '', lines: 0 }
  appendToFile(path, missingLines(store, written, state))
  return {
    lines: state.lines,
    progress: {
      file: SESSION_LOG,
      ...tailOf(path, sizeOf(path)),
      event: state.last,
      eventSha256: state.lastLine === '' ? (known?.eventSha256 ?? null) : hashOf(state.lastLine),
    },
  }
}

/** How many events the log does not hold; nothing is written. */
export function countMissingLines(path: string, store: Store): number {
  const state = { last: 0, lastLine: '', lines: 0 }
  for (const _piece of missingLines(store, readFrom(path, 0), state));
  return state.lines
}

/** True while nothing happened since the log was known to be complete. */
export function isCaughtUp(path: string, store: Store, known: ViewProgress | undefined): boolean {
  return stillHolds(store, known) && known.event === store.read(readNewestEventId) && sizeOf(path) === known.bytes
}

/** The store is the one the log was written from: it holds the last event, and holds it unchanged. */
function stillHolds(store: Store, known: ViewProgress | undefined): known is ViewProgress & { readonly event: number } {
  if (known === undefined || known.event === null || known.event === 0) return false
  const { event } = known
  const [row] = store.read((reader) => readEventsAfter(reader, event - 1, 1))
  return row?.id === event && hashOf(sessionLine(row)) === known.eventSha256
}

interface Written {
  readonly pool: LinePool
  /** A last line that was cut short. */
  readonly torn: Buffer
  /** True when the last line is whole but for its line feed. */
  readonly open: boolean
}

interface AppendState {
  last: number
  lastLine: string
  lines: number
}

function* missingLines(store: Store, written: Written, state: AppendState): Generator<string> {
  let { torn } = written
  let opening = written.open ? '\n' : ''
  for (;;) {
    const events = store.read((reader) => readEventsAfter(reader, state.last, BATCH))
    const pieces: string[] = []
    for (const event of events) {
      const line = sessionLine(event)
      state.last = event.id
      state.lastLine = line
      if (written.pool.take(line) !== undefined) continue
      const rest = restOf(line, torn)
      pieces.push(`${opening}${rest}\n`)
      state.lines += 1
      opening = ''
      torn = Buffer.alloc(0)
    }
    if (pieces.length > 0) yield pieces.join('')
    if (events.length < BATCH) return
  }
}

/** What is left to write of a line whose beginning was written; another program's broken line is closed instead. */
function restOf(line: string, torn: Buffer): string {
  if (torn.length === 0) return line
  const bytes = Buffer.from(line)
  return bytes.subarray(0, torn.length).equals(torn) ? bytes.subarray(torn.length).toString() : `\n${line}`
}

/** The lines from a place on, which is the beginning of one. */
function readFrom(path: string, from: number): Written {
  const bytes = readBytes(path, from, sizeOf(path) - from)
  const end = bytes.lastIndexOf(LINE_FEED) + 1
  const last = bytes.subarray(end)
  const open = last.length > 0 && isJson(last.toString())
  const lines = linesOf((open ? bytes : bytes.subarray(0, end)).toString())
  return { pool: poolOfLines(lines), torn: open ? Buffer.alloc(0) : last, open }
}

function linesOf(text: string) {
  return text
    .split('\n')
    .map((line, at) => ({ number: at + 1, text: line.trim() }))
    .filter((line) => line.text !== '')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function endsAsKnown(path: string, known: ViewProgress): boolean {
  return sizeOf(path) >= known.bytes && tailOf(path, known.bytes).sha256 === known.sha256
}

/** The length of a file up to some place, and the hash of the last bytes before it: enough to know it again. */
function tailOf(path: string, bytes: number): Pick<ViewProgress, 'sha256' | 'bytes'> {
  const length = Math.min(TAIL, bytes)
  return { bytes, sha256: hashOf(readBytes(path, bytes - length, length)) }
}

function readBytes(path: string, from: number, length: number): Buffer {
  if (length <= 0) return Buffer.alloc(0)
  const bytes = Buffer.alloc(length)
  const descriptor = openSync(path, 'r')
  try {
    let read = 0
    while (read < length) {
      const more = readSync(descriptor, bytes, read, length - read, from + read)
      if (more === 0) break
      read += more
    }
    return bytes.subarray(0, read)
  } finally {
    closeSync(descriptor)
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
