/** A number of a stored document in its own spelling: `1.0`, `1e5` and 20-digit numbers survive a rewrite. */
export class JsonNumber {
  constructor(readonly text: string) {}
}

/** An object of a stored document: keys in order, and `__proto__` or `1` are keys like any other. */
export type JsonObject = Map<string, JsonValue>
export type JsonValue = null | boolean | string | JsonNumber | JsonValue[] | JsonObject

/** The text is not JSON: what is wrong, and at which character, counted from 0. */
export class JsonSyntaxError extends Error {
  constructor(
    readonly problem: string,
    readonly position: number,
    message = `${problem} at position ${position}`,
  ) {
    super(message)
  }
}

const DEEPEST = 500
/** A text without escapes stands for itself; control characters and backslashes take the long way. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what JSON forbids inside a text
const PLAIN_TEXT = /"[^"\\\x00-\x1f]*"/y
/** `NaN` and the infinities are no JSON, but Python writes them. */
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|NaN|-?Infinity/y
const WORDS: ReadonlyArray<readonly [string, null | boolean]> = [
  ['null', null],
  ['true', true],
  ['false', false],
]

/** Parses JSON without losing how numbers were spelled; of duplicate keys the last wins. Throws JsonSyntaxError. */
export function parseJson(text: string): JsonValue {
  const cursor = { text, at: 0 }
  const value = parseValue(cursor, 0)
  skipSpace(cursor)
  if (cursor.at < text.length) throw unexpected(cursor)
  return value
}

interface Cursor {
  readonly text: string
  at: number
}

function parseValue(cursor: Cursor, depth: number): JsonValue {
  if (depth > DEEPEST) throw tooDeep(cursor)
  skipSpace(cursor)
  switch (cursor.text[cursor.at]) {
    case '{':
      return parseObject(cursor, depth)
    case '[':
      return parseArray(cursor, depth)
    case '"':
      return parseString(cursor)
    default:
      return parseScalar(cursor)
  }
}

function parseObject(cursor: Cursor, depth: number): JsonObject {
  const object: JsonObject = new Map()
  cursor.at += 1
  skipSpace(cursor)
  if (take(cursor, '}')) return object
  for (;;) {
    skipSpace(cursor)
    const key = parseString(cursor)
    skipSpace(cursor)
    if (!take(cursor, ':')) throw unexpected(cursor)
    object.set(key, parseValue(cursor, depth + 1))
    skipSpace(cursor)
    if (take(cursor, '}')) return object
    if (!take(cursor, ',')) throw unexpected(cursor)
  }
}

function parseArray(cursor: Cursor, depth: number): JsonValue[] {
  const list: JsonValue[] = []
  cursor.at += 1
  skipSpace(cursor)
  if (take(cursor, ']')) return list
  for (;;) {
    list.push(parseValue(cursor, depth + 1))
    skipSpace(cursor)
    if (take(cursor, ']')) return list
    if (!take(cursor, ',')) throw unexpected(cursor)
  }
}

function parseString(cursor: Cursor): string {
  if (cursor.text[cursor.at] !== '"') throw unexpected(cursor)
  const plain = match(cursor, PLAIN_TEXT)
  if (plain !== undefined) return plain.slice(1, -1)
  const end = closingQuote(cursor.text, cursor.at + 1)
  try {
    const value: unknown = JSON.parse(cursor.text.slice(cursor.at, end + 1))
    cursor.at = end + 1
    return String(value)
  } catch {
    const sentence = `The text at position ${cursor.at} is not closed or holds a wrong character`
    throw new JsonSyntaxError('A text that is not closed or holds a wrong character', cursor.at, sentence)
  }
}

/** A quote closes the text unless an odd number of backslashes stands before it. */
function closingQuote(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text[end - 1 - backslashes] === '\\') backslashes += 1
    if (backslashes % 2 === 0) return end
  }
  return text.length
}

function parseScalar(cursor: Cursor): null | boolean | JsonNumber {
  const word = WORDS.find(([name]) => cursor.text.startsWith(name, cursor.at))
  if (word !== undefined) {
    cursor.at += word[0].length
    return word[1]
  }
  const spelling = match(cursor, NUMBER)
  if (spelling === undefined) throw unexpected(cursor)
  return new JsonNumber(spelling)
}

function take(cursor: Cursor, character: string): boolean {
  if (cursor.text[cursor.at] !== character) return false
  cursor.at += 1
  return true
}

function skipSpace(cursor: Cursor): void {
  while (isSpace(cursor.text.charCodeAt(cursor.at))) cursor.at += 1
}

/** Blank, tab, line feed or carriage return. */
function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09
}

function match(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0]
  if (found !== undefined) cursor.at += found.length
  return found
}

function unexpected(cursor: Cursor): JsonSyntaxError {
  const found = cursor.text[cursor.at]
  const what = found === undefined ? 'end of text' : `character ${JSON.stringify(found)}`
  return new JsonSyntaxError(`Unexpected ${what}`, cursor.at)
}

function tooDeep(cursor: Cursor): JsonSyntaxError {
  const sentence = `It is nested more than ${DEEPEST} levels deep`
  return new JsonSyntaxError(sentence, cursor.at, sentence)
}
