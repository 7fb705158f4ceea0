import { JsonSyntaxError, parseJson } from '../../domain/json-document'
import { isSecretName } from './secret-names'

/** One text or number of a JSON document: where it stands, what it says, and whether its key says it is secret. */
export interface JsonLeaf {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly secret: boolean
}

interface Level {
  readonly object: boolean
  readonly secret: boolean
  key: string | null
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g

/** The texts, keys and numbers of a JSON document, in order; null when it is none. */
export function jsonLeaves(text: string): JsonLeaf[] | null {
  try {
    parseJson(text)
  } catch (error) {
    if (error instanceof JsonSyntaxError) return null
    throw error
  }
  const leaves: JsonLeaf[] = []
  const levels: Level[] = []
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const level = levels.at(-1)
    if (token === '{' || token === '[') {
      levels.push({ object: token === '{', secret: secretHere(level), key: null })
    } else if (token === '}' || token === ']') levels.pop()
    else if (token === ',' && level !== undefined) level.key = null
    else if (token.startsWith('"')) {
      const said: unknown = JSON.parse(token)
      const isKey = level?.object === true && level.key === null
      leaves.push({ start: index, end: index + token.length, text: String(said), secret: !isKey && secretHere(level) })
      if (isKey) level.key = String(said)
    } else if (/^-?\d/.test(token) && secretHere(level)) {
      leaves.push({ start: index, end: index + token.length, text: token, secret: true })
    }
  }
  return leaves
}

/** What is inside a secret value is secret as well. */
function secretHere(level: Level | undefined): boolean {
  return level !== undefined && (level.secret || (level.key !== null && isSecretName(level.key)))
}
