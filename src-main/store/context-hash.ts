import { JsonSyntaxError, parseJson } from '../domain/json-document'
import { canonicalJson } from '../domain/json-text'
import { sha256 } from './sha256'

/** The hash of a context's content: equal for every spacing and key order, and the hash its snapshots carry. */
export function contextHash(text: string): string {
  return sha256(canonicalText(text))
}

/** The text that is hashed: the canonical form, or the text itself when it is no JSON. */
export function canonicalText(text: string): string {
  try {
    return canonicalJson(parseJson(text))
  } catch (error) {
    if (error instanceof JsonSyntaxError) return text
    throw error
  }
}
