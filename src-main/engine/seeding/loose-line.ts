import { JsonNumber, type JsonObject, type JsonValue, parseJson } from '../../domain/json-document'

const PAIR = /(?:^|,)\s*(["']?)([A-Za-z_][\w-]*)\1\s*:(?=\s|["'[{]|$)/g

/**
 * An event written by hand as `{ key: value, key: value }`: keys without quotes, and values that may hold commas. Undefined
 * when the line is nothing of that kind.
 */
export function looseObject(line: string): JsonObject | undefined {
  const inner = /^\{(.*)\}$/.exec(line.trim())?.[1]
  if (inner === undefined) return undefined
  const pairs = [...inner.matchAll(PAIR)]
  if (pairs.length === 0 || inner.slice(0, pairs[0]?.index).trim() !== '') return undefined
  const found: JsonObject = new Map()
  for (const [number, pair] of pairs.entries()) {
    const end = pairs[number + 1]?.index ?? inner.length
    found.set(pair[2] ?? '', looseValue(inner.slice(pair.index + pair[0].length, end).trim()))
  }
  return found
}

function looseValue(text: string): JsonValue {
  if (text === '') return null
  try {
    const value = parseJson(text)
    // A bare number may be the beginning of a sentence, but alone it is a number.
    return value instanceof JsonNumber && !/^-?\d/.test(text) ? text : value
  } catch {
    const list = /^\[(.*)\]$/.exec(text)?.[1]
    if (list !== undefined) return list.trim() === '' ? [] : list.split(',').map((item) => unquoted(item.trim()))
    return unquoted(text)
  }
}

function unquoted(text: string): string {
  return /^'.*'$|^".*"$/.test(text) ? text.slice(1, -1) : text
}
