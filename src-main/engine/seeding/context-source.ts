import { DomainError } from '../../domain/fault'
import { JsonNumber, type JsonObject, JsonSyntaxError, parseJson } from '../../domain/json-document'
import { lineJson, prettyJson } from '../../domain/json-text'
import { contextHash } from '../../store/context-hash'

export interface ContextRow {
  readonly id: string
  readonly sourcePath: string
  readonly content: string
  readonly updatedAt: string
}

export interface SnapshotRow {
  readonly contextId: string
  readonly sessionId: string | null
  readonly source: string | null
  readonly contentHash: string
  readonly content: string
  readonly createdAt: string
}

/** A context and its first snapshot; undefined when the file says nothing. Throws `invalid_input` when it is no object. */
export function readContextSource(
  id: string,
  path: string,
  text: string,
  now: string,
): { readonly context: ContextRow; readonly snapshot: SnapshotRow } | undefined {
  const document = objectOf(text)
  if (document.size === 0) return undefined
  const content = prettyJson(document)
  const common = { content, contentHash: contextHash(content) }
  return {
    context: { id, sourcePath: path, content, updatedAt: now },
    snapshot: { contextId: id, sessionId: sessionHint(document), source: path, createdAt: now, ...common },
  }
}

function objectOf(text: string): JsonObject {
  try {
    const value = parseJson(text)
    if (value instanceof Map) return value
    throw new DomainError('invalid_input', 'is no JSON object')
  } catch (error) {
    if (error instanceof JsonSyntaxError) throw new DomainError('invalid_input', `is no JSON: ${error.message}`)
    throw error
  }
}

/** What the context itself names as the session it is from. */
function sessionHint(document: JsonObject): string | null {
  const memory = document.get('working_memory')
  if (!(memory instanceof Map)) return null
  for (const key of ['last_session', 'active_mission', 'current_session']) {
    const value = memory.get(key)
    const says = value !== undefined && value !== null && value !== '' && value !== false
    if (says && value instanceof JsonNumber) return value.text
    if (says) return typeof value === 'string' ? value : lineJson(value)
  }
  return null
}
