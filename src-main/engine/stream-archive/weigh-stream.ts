import { createReadStream } from 'node:fs'
import { isObject } from '../../domain/stored-json'
import { parseInstant } from '../../domain/stored-time'
import type { FoundStream } from './find-streams'

/** The beginning of a stream that is old enough to go. */
export interface OldPart {
  readonly lines: number
  /** How long it is; the whole stream, or up to the first line that stays. */
  readonly bytes: number
  readonly from: string | null
  readonly to: string | null
}

const TIME_KEYS = ['ts', 'timestamp', 'time', 'completedAt', 'startedAt', 'recorded_at']
/** Of this stream something always stays: its last line says how the store is. */
const HEALTH = 'database-health.jsonl'
const LINE_FEED = 0x0a
const SETTLED = 60 * 60 * 1_000

interface Line {
  readonly end: number
  readonly at: number | null
  readonly text: string | null
}

/**
 * How much of a stream is older than a time. A stream goes as a whole or not at all, by its newest event; of the
 * database's health, which never ends, the older lines go and at least the last one stays. A line without a time is as
 * old as what stands before it; a stream without any is as old as its file.
 */
export async function oldPartOf(stream: FoundStream, olderThan: number, now: number): Promise<OldPart> {
  if (/\.json$/i.test(stream.stream)) return oldReport(stream, olderThan)
  const never = { lines: 0, bytes: 0, from: null, to: null }
  const splits = stream.stream === HEALTH
  let part: OldPart & { readonly newest: number | null } = { ...never, newest: null }
  let before: typeof part = part
  for await (const line of linesOf(stream.path, stream.bytes)) {
    if (line.at !== null && line.at >= olderThan) return splits ? part : never
    before = part
    part = {
      lines: part.lines + 1,
      bytes: line.end,
      from: part.from ?? line.text,
      to: line.text ?? part.to,
      newest: line.at ?? part.newest,
    }
  }
  if (splits) return before
  if ((part.newest ?? stream.changedAt) >= olderThan) return never
  // A last line without a line feed may still be written, unless nobody wrote anything for long.
  return stream.changedAt < now - SETTLED ? { ...part, bytes: stream.bytes } : part
}

/** A report is one document: its own time counts, or the file's. */
async function oldReport(stream: FoundStream, olderThan: number): Promise<OldPart> {
  let text = ''
  for await (const chunk of createReadStream(stream.path, { encoding: 'utf8', end: 4 * 1024 * 1024 })) text += chunk
  const stated = timeIn(text) ?? timeIn(JSON.stringify(metaOf(text)))
  const at = (stated === null ? null : parseInstant(stated)) ?? stream.changedAt
  if (at >= olderThan) return { lines: 0, bytes: 0, from: null, to: null }
  return { lines: 1, bytes: stream.bytes, from: stated, to: stated }
}

/** Every line with where it ends; a last one without a line feed is not finished, and stays. */
async function* linesOf(path: string, bytes: number): AsyncGenerator<Line> {
  if (bytes === 0) return
  let rest = Buffer.alloc(0)
  let end = 0
  for await (const chunk of createReadStream(path, { end: bytes - 1 })) {
    let block = Buffer.concat([rest, Buffer.from(chunk)])
    for (let at = block.indexOf(LINE_FEED); at !== -1; at = block.indexOf(LINE_FEED)) {
      end += at + 1
      const text = timeIn(block.subarray(0, at).toString())
      yield { end, at: text === null ? null : parseInstant(text), text }
      block = block.subarray(at + 1)
    }
    rest = block
  }
}

function timeIn(text: string): string | null {
  const value = parsed(text)
  if (!isObject(value)) return null
  const found = TIME_KEYS.map((key) => value[key]).find(
    (time) => typeof time === 'string' && parseInstant(time) !== null,
  )
  return typeof found === 'string' ? found : null
}

function metaOf(text: string): unknown {
  const value = parsed(text)
  return isObject(value) ? (value.meta ?? null) : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
