import type { JsonObject, JsonValue } from './json-document'
import { lineJson } from './json-text'
import { invalid } from './stored-document'
import { readTime, type StoredTime, UNKNOWN_TIME } from './stored-time'

/** What contexts keep lists of: where the list is, and the words programs use for its text. */
export interface EntryKind {
  /** The section the list is in; the document itself without one. */
  readonly within?: string
  readonly list: string
  readonly textKeys: readonly [string, ...string[]]
}
export const DECISION: EntryKind = {
  list: 'decisions_made',
  textKeys: ['decision', 'text', 'title', 'description', 'summary', 'content'],
}
export const CONSTRAINT: EntryKind = {
  list: 'constraints',
  textKeys: ['constraint', 'text', 'title', 'description', 'summary', 'content'],
}
export const LEARNING: EntryKind = {
  list: 'learnings',
  textKeys: ['learning', 'text', 'title', 'description', 'summary', 'content'],
}
export const NEXT_STEP: EntryKind = {
  within: 'next_session_context',
  list: 'when_we_resume',
  textKeys: ['step', 'text', 'title', 'description', 'summary', 'content'],
}
const DATE_KEYS: readonly [string, ...string[]] = ['date', 'timestamp', 'ts', 'created_at', 'decided_at', 'recorded_at']

/** An entry of such a list, whatever shape it has. */
export interface ContextEntry {
  readonly text: string
  readonly at: StoredTime
  readonly mission: string | null
}

/** The entries of a list in stored order; an absent list, or something else in its place, holds none. */
export function entriesOf(document: JsonObject, kind: EntryKind): ContextEntry[] {
  const section = kind.within === undefined ? document : document.get(kind.within)
  const list = section instanceof Map ? section.get(kind.list) : undefined
  return Array.isArray(list) ? list.map((item) => entryOf(item, kind)) : []
}

function entryOf(item: JsonValue, kind: EntryKind): ContextEntry {
  if (typeof item === 'string') return { text: item, at: UNKNOWN_TIME, mission: null }
  if (!(item instanceof Map)) return { text: lineJson(item), at: UNKNOWN_TIME, mission: null }
  const textKey = keyHolding(item, kind.textKeys)
  const dateKey = keyHolding(item, DATE_KEYS)
  const mission = item.get('mission')
  return {
    mission: typeof mission === 'string' && mission !== '' ? mission : null,
    text: textKey === undefined ? lineJson(item) : String(item.get(textKey)),
    at: dateKey === undefined ? UNKNOWN_TIME : readTime(item.get(dateKey)),
  }
}

/**
 * Appends an entry in the shape of the list's last one: a text, or an object with the same keys for text and date. A new
 * list gets objects. `at` is a full timestamp; a list that keeps plain days gets a plain day. An object also names the
 * mission it came from.
 */
export function appendEntry(
  document: JsonObject,
  kind: EntryKind,
  entry: { readonly text: string; readonly at: string; readonly mission?: string | undefined },
  name: string,
): void {
  const list = document.get(kind.list) ?? []
  if (!Array.isArray(list)) throw invalid(name, `Its ${kind.list} is no list`)
  document.set(kind.list, [...list, inShapeOf(list.at(-1), kind, entry)])
}

function inShapeOf(
  last: JsonValue | undefined,
  kind: EntryKind,
  { text, at, mission }: { readonly text: string; readonly at: string; readonly mission?: string | undefined },
): JsonValue {
  if (typeof last === 'string') return text
  const model = last instanceof Map ? last : new Map<string, JsonValue>()
  const textKey = keyHolding(model, kind.textKeys) ?? kind.textKeys[0]
  const dateKey = keyHolding(model, DATE_KEYS) ?? DATE_KEYS[0]
  const known = model.get(dateKey)
  const date = typeof known === 'string' && known.length > 10 ? at : at.slice(0, 10)
  const keys = [...model.keys()]
  const textFirst = keys.includes(textKey) && keys.indexOf(textKey) < keys.indexOf(dateKey)
  const said: [string, JsonValue][] = [[textKey, text]]
  const dated: [string, JsonValue][] = [[dateKey, date]]
  const from: [string, JsonValue][] = mission === undefined ? [] : [['mission', mission]]
  return new Map([...(textFirst ? [...said, ...dated] : [...dated, ...said]), ...from])
}

function keyHolding(item: JsonObject, keys: readonly string[]): string | undefined {
  return keys.find((key) => typeof item.get(key) === 'string')
}
