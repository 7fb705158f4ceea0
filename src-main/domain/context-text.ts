import type { ContextHealth } from './context'
import { DomainError } from './fault'
import { JsonNumber, type JsonObject } from './json-document'
import { lineJson, utf8Length } from './json-text'
import { objectOf } from './stored-document'
import { kilobytes } from './whole-number'

const DEFAULT_LIMIT_KB = 100
/** From this share of its limit on, a context should be tidied up. */
const NEAR_LIMIT = 0.75

/** The ids that every program of this convention knows. */
export const KNOWN_CONTEXTS: readonly string[] = ['project_context', 'master_context']

/** A stored context read for looking: without a document, and with a sentence, when its text is no JSON object. */
export type ReadContext =
  | { readonly document: JsonObject; readonly fault: null }
  | { readonly document: null; readonly fault: string }

/** Reads a context's text without ever failing. */
export function readContext(text: string): ReadContext {
  try {
    return { document: objectOf(text, 'context'), fault: null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { document: null, fault: `The stored text is no JSON object: ${error.details.problem}.` }
  }
}

/** A context's size, its limit, and how it stands against it. */
export interface ContextWeight {
  readonly sizeKb: number
  readonly limitKb: number
  readonly health: ContextHealth
}

/** Weighs a context as one line of JSON; one that cannot be read by the bytes of its text. */
export function weighContext(text: string, { document }: ReadContext): ContextWeight {
  const sizeKb = Number(kilobytes(utf8Length(document === null ? text : lineJson(document))).text)
  const limitKb = document === null ? DEFAULT_LIMIT_KB : limitOf(document)
  return { sizeKb, limitKb, health: document === null ? 'unreadable' : standing(sizeKb, limitKb) }
}

function standing(sizeKb: number, limitKb: number): ContextHealth {
  if (sizeKb > limitKb) return 'over_limit'
  return sizeKb >= limitKb * NEAR_LIMIT ? 'near_limit' : 'ok'
}

function limitOf(document: JsonObject): number {
  const health = document.get('context_health')
  const stored = health instanceof Map ? health.get('size_limit_kb') : undefined
  const limit = stored instanceof JsonNumber ? Number(stored.text) : Number.NaN
  return Number.isFinite(limit) && limit > 0 ? limit : DEFAULT_LIMIT_KB
}
