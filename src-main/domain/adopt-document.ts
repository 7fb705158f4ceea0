import type { JsonObject, JsonValue } from './json-document'
import { canonicalJson } from './json-text'
import { parseInstant } from './stored-time'

/** What programs write of their own accord with every action: the memory of work, as against what people record. */
const MEMORY = new Set(['working_memory', 'next_session_context', 'context_health'])

/**
 * A context as its file has it, without losing what only the store has: the file's values win, keys and list items that
 * only the store holds stay. The memory of work is never turned back: where the store's is the later one, its values
 * win, and only keys that it does not have are taken.
 */
export function adoptDocument(store: JsonObject, file: JsonObject): JsonObject {
  const storeIsLater = (lastSession(store) ?? 0) > (lastSession(file) ?? 0)
  const adopted: JsonObject = new Map()
  for (const [key, value] of file) {
    const stored = store.get(key)
    if (stored === undefined) adopted.set(key, value)
    else if (!MEMORY.has(key)) adopted.set(key, united(stored, value))
    else adopted.set(key, storeIsLater ? completed(stored, value) : completed(value, stored))
  }
  for (const [key, value] of store) if (!adopted.has(key)) adopted.set(key, value)
  return adopted
}

/** Two values of which the second wins: objects key by key, lists with what only the first has at their end. */
function united(first: JsonValue, second: JsonValue): JsonValue {
  if (Array.isArray(first) && Array.isArray(second)) return [...second, ...missingFrom(second, first)]
  return merged(first, second, united)
}

/** The first value, with the keys that only the second has. */
function completed(first: JsonValue, second: JsonValue): JsonValue {
  return merged(second, first, (inner, winner) => completed(winner, inner))
}

function merged(
  first: JsonValue,
  second: JsonValue,
  both: (first: JsonValue, second: JsonValue) => JsonValue,
): JsonValue {
  if (!(first instanceof Map) || !(second instanceof Map)) return second
  const result: JsonObject = new Map()
  for (const [key, value] of second) {
    const other = first.get(key)
    result.set(key, other === undefined ? value : both(other, value))
  }
  for (const [key, value] of first) if (!result.has(key)) result.set(key, value)
  return result
}

/** The items of one list that another lacks, each as often as it lacks them. */
function missingFrom(list: readonly JsonValue[], items: readonly JsonValue[]): JsonValue[] {
  const there = new Map<string, number>()
  for (const item of list) {
    const text = canonicalJson(item)
    there.set(text, (there.get(text) ?? 0) + 1)
  }
  return items.filter((item) => {
    const text = canonicalJson(item)
    const count = there.get(text) ?? 0
    there.set(text, count - 1)
    return count <= 0
  })
}

/** The instant of `working_memory.last_session`; null when it holds none. */
export function lastSession(document: JsonObject): number | null {
  const memory = document.get('working_memory')
  const last = memory instanceof Map ? memory.get('last_session') : undefined
  return typeof last === 'string' ? parseInstant(last) : null
}
