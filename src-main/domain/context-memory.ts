import type { ContextChange } from './context-change'
import { JsonNumber, type JsonObject, type JsonValue } from './json-document'
import { lineJsonBytes } from './json-text'
import { noteForNextSession } from './next-session'
import { invalid, sectionOf } from './stored-document'
import { kilobytes, wholeNumber } from './whole-number'

const HISTORY_KEPT = 50
const SIZE_LIMIT_KB = new JsonNumber('100')

/**
 * Writes actions into a context document: working memory, then (master only) what the next session must know, then the
 * health figures. Unknown keys and their order survive; a document of another shape is refused with `invalid_json`.
 */
export function rememberInContext(
  document: JsonObject,
  changes: readonly ContextChange[],
  context: {
    readonly name: string
    readonly master: boolean
    /** How many bytes the document's one line takes, for a caller who knows that of most of it. */
    readonly bytesOf?: (document: JsonObject) => number
  },
): void {
  for (const change of changes) {
    remember(sectionOf(document, 'working_memory', context.name), change, context.name)
    if (context.master)
      noteForNextSession(sectionOf(document, 'next_session_context', context.name), change, context.name)
    count(sectionOf(document, 'context_health', context.name), change.ts, context.name)
  }
  const health = sectionOf(document, 'context_health', context.name)
  // The convention measures the document with the former figure still in it.
  health.set('size_kb', kilobytes((context.bytesOf ?? lineJsonBytes)(document)))
  if (!health.has('size_limit_kb')) health.set('size_limit_kb', SIZE_LIMIT_KB)
}

function remember(memory: JsonObject, change: ContextChange, name: string): void {
  const entry: JsonObject = new Map(
    Object.entries({
      mission: change.mission,
      agent: change.agent,
      summary: change.summary,
      action: change.action,
      ts: change.ts,
    }),
  )
  const history = memory.get('session_history')
  const kept = Array.isArray(history) ? history.filter((item) => item instanceof Map) : []
  memory.set('session_history', [...kept, entry].slice(-HISTORY_KEPT))
  memory.set('last_session', change.ts)
  memory.set('session_count', oneMore(memory, 'session_count', name))
  memory.set('active_mission', activeAfter(memory.get('active_mission'), change))
  if (change.effect === 'completed') memory.set('last_completed_mission', change.mission)
  if (change.effect === 'blocked') memory.set('last_blocked_mission', change.mission)
  memory.set('blocked_missions', blockedAfter(memory.get('blocked_missions'), change))
}

function activeAfter(active: JsonValue | undefined, change: ContextChange): JsonValue {
  if (change.active !== 'release') return change.active.mission
  return active === undefined || active === change.mission ? null : active
}

function blockedAfter(stored: JsonValue | undefined, change: ContextChange): JsonValue[] {
  const blocked = Array.isArray(stored) ? stored : []
  if (change.effect === 'blocked') return blocked.includes(change.mission) ? blocked : [...blocked, change.mission]
  return blocked.filter((id) => id !== change.mission)
}

function count(health: JsonObject, ts: string, name: string): void {
  health.set('sessions_since_reset', oneMore(health, 'sessions_since_reset', name))
  health.set('last_update', ts)
}

function oneMore(section: JsonObject, key: string, name: string): JsonNumber {
  const count = wholeNumber(section.get(key))
  if (count === null) throw invalid(name, `Its ${key} is no number`)
  return new JsonNumber(String(count + 1n))
}
