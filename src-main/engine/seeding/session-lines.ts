import { JsonNumber, JsonSyntaxError, parseJson } from '../../domain/json-document'
import { lineJson } from '../../domain/json-text'
import { type ImportNotes, quoted } from './import-notes'
import { type JsonPiece, jsonPieces } from './json-pieces'
import { looseObject } from './loose-line'
import { decoded, encodingOf } from './source-file'

export interface EventRow {
  readonly ts: string | null
  readonly agent: string | null
  readonly mission: string | null
  readonly action: string | null
  readonly status: string | null
  readonly summary: string | null
  readonly nextHint: string | null
  readonly rawEvent: string
}

/** An event of a file: its row, the object it was read from, and its line. */
export interface SessionLine {
  readonly row: EventRow
  readonly line: number
}

/**
 * Reads a file of session events: one JSON object to a line, or in any of the shapes that other programs and people left
 * behind. A line of strict JSON is kept to the letter.
 */
export function readSessionLines(file: string, data: Buffer, notes: ImportNotes): SessionLine[] {
  const lines = linesOf(file, data, notes)
  const found = wholeList(lines) ?? [...jsonPieces(lines)]
  return found.flatMap((piece) => {
    const read = eventOf(piece)
    if (typeof read === 'string') {
      notes.leaveOut(file, piece.line, read)
      return []
    }
    if (read.loose) notes.remark(file, piece.line, `It is not JSON; it was read as ${quoted(read.row.rawEvent)}.`)
    return [{ row: read.row, line: piece.line }]
  })
}

/** A line that is no UTF-8 costs only itself. */
function linesOf(file: string, data: Buffer, notes: ImportNotes): string[] {
  const text = decoded(data)
  if (text !== undefined) return text.split(/\r\n|[\r\n]/)
  if (encodingOf(data) !== 'utf-8') {
    notes.leaveOut(file, null, 'It begins as UTF-16, but is not.')
    return []
  }
  return bytesOfLines(data).map((bytes, index) => {
    const line = decoded(bytes)
    if (line === undefined) notes.leaveOut(file, index + 1, 'It is not UTF-8 text.')
    return line ?? ''
  })
}

function bytesOfLines(data: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let from = 0; from <= data.length; ) {
    const end = data.indexOf(0x0a, from)
    lines.push(data.subarray(from, end < 0 ? data.length : end))
    from = end < 0 ? data.length + 1 : end + 1
  }
  return lines
}

/** Some programs wrote the whole history as one JSON list. */
function wholeList(lines: readonly string[]): JsonPiece[] | undefined {
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first < 0 || !(lines[first] ?? '').trim().startsWith('[')) return undefined
  try {
    const list = parseJson(lines.join('\n'))
    if (!Array.isArray(list)) return undefined
    return list.map((item) => ({ text: lineJson(item), line: first + 1, value: undefined }))
  } catch {
    return undefined
  }
}

/** The row that a line of a session log gives; undefined when it gives none. */
export function eventRowOf(line: string): EventRow | undefined {
  const [piece] = jsonPieces([line])
  const read = piece === undefined ? '' : eventOf(piece)
  return typeof read === 'string' ? undefined : read.row
}

interface ReadEvent {
  readonly row: EventRow
  readonly loose: boolean
}

/** The event of a piece of text, or why it is none. */
function eventOf({ text, value }: JsonPiece): ReadEvent | string {
  if (text.includes('\0')) return 'It holds NUL characters.'
  if (isRecord(value) && COLUMN_KEYS.every((key) => isPlain(value[key])) && !text.includes('\n')) {
    return { row: rowOf((key) => value[key], text), loose: false }
  }
  try {
    const exact = parseJson(text)
    if (!(exact instanceof Map)) {
      return `It is no event, but ${Array.isArray(exact) ? 'a list' : 'a single value'}: ${quoted(text)}`
    }
    return { row: rowOf((key) => exact.get(key), text.includes('\n') ? lineJson(exact) : text), loose: false }
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    const object = text.length > LONGEST_LOOSE ? undefined : looseObject(text)
    return object === undefined
      ? `It is not JSON (${error.message}): ${quoted(text)}`
      : { row: rowOf((key) => object.get(key), lineJson(object)), loose: true }
  }
}

/** Nobody writes more by hand. */
const LONGEST_LOOSE = 100_000

const COLUMN_KEYS = ['ts', 'timestamp', 'date', 'agent', 'mission', 'action', 'status', 'type', 'summary', 'next_hint']

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Only of texts nothing is lost by the quick parser. */
function isPlain(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string'
}

/** The columns of an event; older programs called the time and the status by other names. */
function rowOf(read: (key: string) => unknown, rawEvent: string): EventRow {
  const first = (...keys: readonly string[]) => {
    const texts = keys.map((key) => columnText(read(key))).filter((text) => text !== null)
    // The empty text counts only where no other key says more.
    return texts.find((text) => text !== '') ?? texts[0] ?? null
  }
  return {
    ts: first('ts', 'timestamp', 'date'),
    agent: first('agent'),
    mission: first('mission'),
    action: first('action'),
    status: first('status', 'type'),
    summary: first('summary'),
    nextHint: first('next_hint'),
    rawEvent,
  }
}

function columnText(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (value instanceof JsonNumber) return value.text
  if (typeof value === 'boolean') return String(value)
  return Array.isArray(value) || value instanceof Map ? lineJson(value) : null
}
