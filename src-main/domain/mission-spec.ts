import { DomainError } from './fault'
import { type JsonObject, JsonSyntaxError, type JsonValue, parseJson } from './json-document'

/** What a mission is meant to do, as given by its author. */
export interface SpecInput {
  readonly description?: string | undefined
  readonly successCriteria?: readonly string[] | undefined
  readonly deliverables?: readonly string[] | undefined
  /** JSON text of an object, merged over what is stored. */
  readonly metadata?: string | undefined
}

/** Merges a spec into metadata: first the given object, key by key, then description, criteria and deliverables. */
export function applySpec(metadata: JsonObject, spec: SpecInput): void {
  for (const [key, value] of givenMetadata(spec.metadata)) metadata.set(key, value)
  if (spec.description !== undefined && spec.description !== '') metadata.set('description', spec.description)
  const lists: ReadonlyArray<readonly [string, readonly string[] | undefined]> = [
    ['successCriteria', spec.successCriteria],
    ['deliverables', spec.deliverables],
  ]
  for (const [key, list] of lists) if (list !== undefined && list.length > 0) metadata.set(key, [...list])
}

/** Whether a spec asks for anything at all. */
export function hasSpec(spec: SpecInput): boolean {
  const lists = [spec.successCriteria, spec.deliverables]
  return (
    Boolean(spec.description) ||
    spec.metadata !== undefined ||
    lists.some((list) => list !== undefined && list.length > 0)
  )
}

function givenMetadata(text: string | undefined): JsonObject {
  if (text === undefined || text === '') return new Map()
  const value = parsed(text)
  if (value instanceof Map) return value
  throw new DomainError('invalid_input', 'Metadata JSON must be an object.')
}

function parsed(text: string): JsonValue {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof JsonSyntaxError)
      throw new DomainError('invalid_input', `Invalid metadata JSON: ${error.message}`)
    throw error
  }
}
