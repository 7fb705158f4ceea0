import { DomainError } from './fault'
import { type JsonObject, JsonSyntaxError, type JsonValue, parseJson } from './json-document'

/**
 * The object that a stored text holds, to be changed and written back. Nothing stored (null, blank, JSON `null`) is an
 * empty object; anything else is refused with `invalid_json`, so that what cannot be read is never written over.
 */
export function objectOf(text: string | null, name: string): JsonObject {
  if (text === null || text.trim() === '') return new Map()
  const value = parsed(text, name)
  if (value === null) return new Map()
  if (!(value instanceof Map)) throw invalid(name, `It holds ${kindOf(value)} where an object is expected`)
  return value
}

/** The object under a key, created when the key is missing; anything else there is refused. */
export function sectionOf(document: JsonObject, key: string, name: string): JsonObject {
  const found = document.get(key)
  if (found instanceof Map) return found
  if (found !== undefined) throw invalid(name, `Its ${key} is ${kindOf(found)} where an object is expected`)
  const section: JsonObject = new Map()
  document.set(key, section)
  return section
}

/** The refusal for stored JSON that cannot be read or does not have its shape. */
export function invalid(name: string, problem: string): DomainError {
  return new DomainError(
    'invalid_json',
    `The stored JSON of ${name} is not what it should be: ${problem}. Nothing was written; repair the text first.`,
    { name, problem },
  )
}

function parsed(text: string, name: string): JsonValue {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof JsonSyntaxError) throw invalid(name, error.message)
    throw error
  }
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Map) return 'an object'
  return typeof value === 'object' ? 'a number' : `a ${typeof value}`
}
