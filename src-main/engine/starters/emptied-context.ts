import { JsonNumber, type JsonObject, type JsonValue, parseJson } from '../../domain/json-document'
import { prettyJson } from '../../domain/json-text'

const ZERO = new JsonNumber('0')

/**
 * A context as a new workspace begins with it: what was agreed stays, what happened here goes. Null when it is no JSON
 * object.
 */
export function emptiedContext(text: string): string | null {
  const document = objectIn(text)
  if (document === null) return null
  const memory = document.get('working_memory')
  if (memory instanceof Map) emptyMemory(memory)
  const health = document.get('context_health')
  if (health instanceof Map) {
    set(health, 'sessions_since_reset', ZERO)
    for (const key of ['last_update', 'last_updated']) set(health, key, null)
    health.delete('size_kb')
    set(health, 'agents_md_loaded', false)
  }
  set(document, 'next_session_context', new Map())
  return prettyJson(document)
}

function emptyMemory(memory: JsonObject): void {
  set(memory, 'session_history', [])
  set(memory, 'session_count', ZERO)
  for (const key of ['last_session', 'active_mission', 'current_session']) set(memory, key, null)
  set(memory, 'agents_md_loaded', false)
  set(memory, 'blocked_missions', [])
  for (const key of ['last_completed_mission', 'last_blocked_mission']) memory.delete(key)
  const domains = memory.get('domains')
  if (!(domains instanceof Map)) return
  for (const domain of domains.values()) {
    if (!(domain instanceof Map)) continue
    set(domain, 'current_mission', null)
    set(domain, 'missions', new Map())
    set(domain, 'files_created', [])
  }
}

/** Changes what is there; what a context does not have it does not get. */
function set(object: JsonObject, key: string, value: JsonValue): void {
  if (object.has(key)) object.set(key, value)
}

function objectIn(text: string): JsonObject | null {
  try {
    const value = parseJson(text)
    return value instanceof Map ? value : null
  } catch {
    return null
  }
}
