import { type JsonObject, parseJson } from './json-document'
import { canonicalJson } from './json-text'
import { parseInstant } from './stored-time'

/** An event's line and what it is sorted by. */
interface DatedLine {
  readonly text: string
  readonly key: string
  /** Null when nobody can know. */
  readonly at: number | null
  readonly session: string
}

export interface MergedSessions {
  readonly lines: readonly string[]
  /** How many of the second list the first one had already. */
  readonly known: number
}

/** What makes two lines the same event: equal JSON, whatever its spacing and the order of its keys. */
export function eventKey(line: string): string {
  try {
    return canonicalJson(parseJson(line))
  } catch {
    return line
  }
}

/**
 * Unites two lists of event lines in the order of time. Events of an unknown time stay behind the one they followed; an
 * event that stands several times in one list stays as often.
 */
export function mergeSessions(target: readonly string[], source: readonly string[]): MergedSessions {
  const first = dated(target)
  const left = new Map<string, number>()
  for (const { key } of first) left.set(key, (left.get(key) ?? 0) + 1)
  const added = dated(source).filter(({ key }) => {
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
  const all = [...first, ...added].sort(byTime)
  return { lines: all.map(({ text }) => text), known: source.length - added.length }
}

function dated(lines: readonly string[]): DatedLine[] {
  let last: number | null = null
  return lines.map((text) => {
    const event = objectOf(text)
    // A time without a zone is UTC, as every program of this convention means it.
    const at = instantOf(event) ?? last
    last = at
    const session = event?.get('session_id')
    return { text, key: eventKey(text), at, session: typeof session === 'string' ? session : '' }
  })
}

function instantOf(event: JsonObject | undefined): number | null {
  for (const key of ['timestamp', 'ts', 'date']) {
    const value = event?.get(key)
    const at = typeof value === 'string' ? parseInstant(value) : null
    if (at !== null) return at
  }
  return null
}

function objectOf(text: string): JsonObject | undefined {
  try {
    const value = parseJson(text)
    return value instanceof Map ? value : undefined
  } catch {
    return undefined
  }
}

function byTime(left: DatedLine, right: DatedLine): number {
  const one = left.at ?? Number.NEGATIVE_INFINITY
  const other = right.at ?? Number.NEGATIVE_INFINITY
  if (one !== other) return one < other ? -1 : 1
  return left.session < right.session ? -1 : left.session > right.session ? 1 : 0
}
