import { JsonNumber, type JsonObject, type JsonValue } from './json-document'
import { canonicalJson } from './json-text'

/** One context made of two: what it became, and where both said something else. */
export interface MergedContext {
  readonly document: JsonObject
  /** Dotted paths at which `kept` stands, and what `other` said there. */
  readonly conflicts: readonly { readonly path: string; readonly other: JsonValue }[]
}

/**
 * Fills the gaps of one context from another, at every depth: what is there stays, lists are united, and where both say
 * something else the first one's word stands and the other's is told.
 */
export function mergeContexts(kept: JsonObject, other: JsonObject): MergedContext {
  const conflicts: { path: string; other: JsonValue }[] = []
  return { document: mergeObjects(kept, other, '', conflicts), conflicts }
}

type Conflicts = { path: string; other: JsonValue }[]

function mergeObjects(kept: JsonObject, other: JsonObject, at: string, conflicts: Conflicts): JsonObject {
  const merged: JsonObject = new Map(kept)
  for (const [key, value] of other) {
    const path = at === '' ? key : `${at}.${key}`
    const own = merged.get(key)
    merged.set(key, own === undefined || isGap(own) ? value : mergeValues(own, value, path, conflicts))
  }
  return merged
}

function mergeValues(own: JsonValue, value: JsonValue, path: string, conflicts: Conflicts): JsonValue {
  if (isGap(value)) return own
  if (own instanceof Map && value instanceof Map) return mergeObjects(own, value, path, conflicts)
  if (Array.isArray(own) && Array.isArray(value)) return unite(own, value)
  if (canonicalJson(own) !== canonicalJson(value)) conflicts.push({ path, other: value })
  return own
}

/** Says nothing, as a starter's empty fields do. */
function isGap(value: JsonValue): boolean {
  if (value === null || value === '') return true
  if (value instanceof JsonNumber) return Number(value.text) === 0
  if (Array.isArray(value)) return value.length === 0
  return value instanceof Map && value.size === 0
}

function unite(own: JsonValue[], more: JsonValue[]): JsonValue[] {
  const known = new Set(own.map(canonicalJson))
  return [...own, ...more.filter((item) => !known.has(canonicalJson(item)))]
}
