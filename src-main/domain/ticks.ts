import type { JsonObject, JsonValue } from './json-document'

/** Ticks a text (the instant it was ticked) or takes the tick back, under a key of the metadata; says whether that changed anything. */
export function tick(metadata: JsonObject, key: string, text: string, at: string | null): boolean {
  const stored = metadata.get(key)
  const ticks: Map<string, JsonValue> = new Map(stored instanceof Map ? stored : [])
  if (ticks.has(text) === (at !== null)) return false
  if (at === null) ticks.delete(text)
  else ticks.set(text, at)
  if (ticks.size === 0) metadata.delete(key)
  else metadata.set(key, ticks)
  return true
}

/** Where the ticks of a mission's success criteria are kept: `{criterion: instant}`. */
export const CRITERIA_MET = 'criteria_met'
/** Where the ticks of an open block's needs are kept. */
export const NEEDS_MET = 'blocked_needs_met'
