import { createHash } from 'node:crypto'
import { telemetryFact } from '../../domain/telemetry/telemetry-fact'
import type { TelemetryProblemRow, TelemetryRow } from '../../store/index/telemetry-rows'
import type { StreamBytes } from './stream-bytes'

/** How far a stream was read, and what tells it from another of its name. */
export interface StreamState {
  readonly stamp: string
  readonly file: string
  /** Bytes and lines that are taken in. */
  readonly offset: number
  readonly line: number
  /** Hashes of the first bytes, and of the last ones before `offset`. */
  readonly head: string
  readonly tail: string
  /** In the middle of a line that is too long to be one. */
  readonly skipping: boolean
  /** Whether the last reading ended before the end. */
  readonly more: boolean
}

/** What one reading brought. */
export interface StreamReading {
  readonly rows: readonly TelemetryRow[]
  readonly problems: readonly TelemetryProblemRow[]
  readonly state: StreamState
}

const PROBE = 256
/** Bytes of one reading: short enough that the process answers in between. */
const CHUNK = 512 * 1024
/** Nothing longer is a telemetry event. */
const LONGEST_LINE = 4 * 1024 * 1024
const QUOTED = 120
const NEWLINE = 10

/** Whether a stream still begins with what was read of it: it may have grown since, but was not replaced or cut. */
export function continues(bytes: StreamBytes, state: StreamState): boolean {
  return (
    bytes.file === state.file &&
    bytes.size >= state.offset &&
    headOf(bytes, state.offset) === state.head &&
    tailOf(bytes, state.offset) === state.tail
  )
}

/** Reads on in a stream of lines, or begins. The last line waits until it is ended. */
export function readLines(bytes: StreamBytes, from: StreamState | null): StreamReading {
  const start = from?.offset ?? 0
  const skipping = from?.skipping ?? false
  const chunk = chunkFrom(bytes, start)
  const end = chunk.lastIndexOf(NEWLINE) + 1
  const atEnd = start + chunk.length >= bytes.size
  if (end === 0 && !skipping && chunk.length < LONGEST_LINE)
    return reading(bytes, { from, start, taken: 0, more: false })
  const whole = end === 0 ? chunk : chunk.subarray(0, end)
  const lines =
    end === 0 ? { rows: [], problems: [], count: 0 } : linesOf(whole, { start, line: from?.line ?? 0, skipping })
  const tooLong = {
    line: (from?.line ?? 0) + lines.count + 1,
    reason: TOO_LONG,
    excerpt: excerptOf(chunk.subarray(0, QUOTED)),
  }
  return {
    ...reading(bytes, { from, start, taken: whole.length, lines: lines.count, more: !atEnd, skipping: end === 0 }),
    rows: lines.rows,
    problems: end === 0 && !skipping ? [tooLong] : lines.problems,
  }
}

const TOO_LONG = `The line is longer than ${LONGEST_LINE / 1024 ** 2} MB, so it is no telemetry event.`

/** A chunk that ends a line if there is one in reach. */
function chunkFrom(bytes: StreamBytes, start: number): Buffer {
  const chunk = bytes.read(start, CHUNK)
  if (chunk.length < CHUNK || chunk.includes(NEWLINE)) return chunk
  return bytes.read(start, LONGEST_LINE)
}

interface Taken {
  readonly from: StreamState | null
  readonly start: number
  readonly taken: number
  readonly lines?: number
  readonly more: boolean
  readonly skipping?: boolean
}

function reading(bytes: StreamBytes, { from, start, taken, lines = 0, more, skipping }: Taken): StreamReading {
  const offset = start + taken
  return {
    rows: [],
    problems: [],
    state: {
      stamp: bytes.stamp,
      file: bytes.file,
      offset,
      line: (from?.line ?? 0) + lines,
      head: headOf(bytes, offset),
      tail: tailOf(bytes, offset),
      skipping: skipping ?? from?.skipping ?? false,
      more,
    },
  }
}

function linesOf(whole: Buffer, at: { readonly start: number; readonly line: number; readonly skipping: boolean }) {
  const rows: TelemetryRow[] = []
  const problems: TelemetryProblemRow[] = []
  let line = at.line
  for (let begin = 0; begin < whole.length; ) {
    const end = whole.indexOf(NEWLINE, begin)
    line += 1
    const text = whole
      .toString('utf8', begin, end)
      .replace(/^\uFEFF/, '')
      .trim()
    // What is left of a line that was given up ends here.
    const given = at.skipping && begin === 0
    if (text !== '' && !given) {
      const read = readEvent(text)
      if (typeof read === 'string') problems.push({ line, reason: read, excerpt: text.slice(0, QUOTED) })
      else rows.push({ line, start: at.start + begin, length: end - begin, fact: read })
    }
    begin = end + 1
  }
  return { rows, problems, count: line - at.line }
}

/** The event in a line, or why it is none. */
function readEvent(text: string): TelemetryRow['fact'] | string {
  try {
    return telemetryFact(JSON.parse(text)) ?? 'It is no JSON object.'
  } catch (error) {
    return `It is no JSON: ${error instanceof Error ? error.message.slice(0, QUOTED) : ''}`
  }
}

/** Reads a whole JSON document: one event, or a list of them. A document is read anew whenever it changes. */
export function readDocument(bytes: StreamBytes, largest: number): StreamReading {
  const done = reading(bytes, { from: null, start: 0, taken: bytes.size, more: false })
  if (bytes.size > largest) {
    const reason = `The document is larger than ${largest / 1024 ** 2} MB. Write events as lines instead.`
    return { ...done, problems: [{ line: null, reason, excerpt: '' }] }
  }
  const text = bytes
    .read(0, bytes.size)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  if (text.trim() === '') return done
  try {
    const value: unknown = JSON.parse(text)
    const values: readonly unknown[] = Array.isArray(value) ? value : [value]
    const facts = values.map((item) => telemetryFact(item))
    const rows = facts.flatMap((fact, at) =>
      fact === null ? [] : [{ line: at + 1, start: 0, length: bytes.size, fact }],
    )
    const lost = facts.length - rows.length
    const reason = `${lost} of ${facts.length} entries are no JSON objects.`
    return { ...done, rows, problems: lost === 0 ? [] : [{ line: null, reason, excerpt: '' }] }
  } catch (error) {
    const reason = `It is no JSON: ${error instanceof Error ? error.message.slice(0, QUOTED) : ''}`
    return { ...done, problems: [{ line: null, reason, excerpt: text.slice(0, QUOTED) }] }
  }
}

function headOf(bytes: StreamBytes, offset: number): string {
  return hashOf(bytes.read(0, Math.min(PROBE, offset)))
}

function tailOf(bytes: StreamBytes, offset: number): string {
  return hashOf(bytes.read(Math.max(0, offset - PROBE), Math.min(PROBE, offset)))
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64').slice(0, 16)
}

function excerptOf(bytes: Buffer): string {
  return bytes.toString('utf8')
}
