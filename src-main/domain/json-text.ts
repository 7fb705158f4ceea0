import { JsonNumber, type JsonValue } from './json-document'

/** Values we make ourselves; plain records keep their keys in order. */
export type Writable = JsonValue | number | readonly Writable[] | { readonly [key: string]: Writable }

/** One line with `", "` and `": "`, the form of metadata and events. */
export function lineJson(value: Writable): string {
  return write(value, LINE)
}

/** Keys sorted at every level and no blanks: equal content has equal text, whoever wrote it. */
export function canonicalJson(value: Writable): string {
  return write(value, CANONICAL)
}

/** Two spaces a level, the form of contexts, snapshots and printed events. */
export function prettyJson(value: Writable, indent = ''): string {
  const inner = `${indent}  `
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '[\n' : ',\n'}${inner}${prettyJson(item, inner)}`
    return text === '' ? '[]' : `${text}\n${indent}]`
  }
  const entries = asEntries(value)
  if (entries === null) return scalarJson(value)
  for (const [key, item] of entries) {
    text += `${text === '' ? '{\n' : ',\n'}${inner}${JSON.stringify(key)}: ${prettyJson(item, inner)}`
  }
  return text === '' ? '{}' : `${text}\n${indent}}`
}

/** How many bytes of UTF-8 the one line of a value takes; nothing is built for it. */
export function lineJsonBytes(value: Writable): number {
  if (typeof value === 'string') return textBytes(value)
  let bytes = 2
  let parts = 0
  if (Array.isArray(value)) {
    for (const item of value) {
      bytes += lineJsonBytes(item)
      parts += 1
    }
  } else {
    const entries = asEntries(value)
    if (entries === null) return scalarJson(value).length
    for (const [key, item] of entries) {
      bytes += textBytes(key) + LINE.colon.length + lineJsonBytes(item)
      parts += 1
    }
  }
  return parts === 0 ? bytes : bytes + (parts - 1) * LINE.comma.length
}

/** Text that stands for itself between quotes, a byte for each character. */
const PLAIN = /^[ !#-[\]-~]*$/

function textBytes(text: string): number {
  return PLAIN.test(text) ? text.length + 2 : utf8Length(JSON.stringify(text))
}

/** Everything beyond ASCII; one search for it is much quicker than a look at every character. */
const BEYOND_ASCII = /[^\0-\x7f]/g

/** How many bytes a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (const [character] of text.matchAll(BEYOND_ASCII)) {
    const unit = character.charCodeAt(0)
    // A surrogate pair is two units and four bytes, so each unit counts one more than itself.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2
  }
  return bytes
}

interface Form {
  readonly comma: string
  readonly colon: string
  readonly sorted: boolean
}

const LINE: Form = { comma: ', ', colon: ': ', sorted: false }
const CANONICAL: Form = { comma: ',', colon: ':', sorted: true }

// Loops and sums of texts: closures and lists for every value took as long again as everything else an action does.

function write(value: Writable, form: Form): string {
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '[' : form.comma}${write(item, form)}`
    return text === '' ? '[]' : `${text}]`
  }
  const entries = asEntries(value)
  if (entries === null) return scalarJson(value)
  for (const [key, item] of form.sorted ? byCodePoint([...entries]) : entries) {
    text += `${text === '' ? '{' : form.comma}${JSON.stringify(key)}${form.colon}${write(item, form)}`
  }
  return text === '' ? '{}' : `${text}}`
}

function asEntries(value: Writable): Iterable<readonly [string, Writable]> | null {
  if (value instanceof Map) return value
  if (typeof value !== 'object' || value === null || value instanceof JsonNumber) return null
  return Object.entries(value)
}

/** Entries in the order of their keys, as every program of this convention sorts them; the list itself is put in order. */
export function byCodePoint<T>(list: (readonly [string, T])[]): readonly (readonly [string, T])[] {
  return list.some(([key]) => HALF.test(key)) ? list.sort(byCodePoints) : list.sort(byUnits)
}

/** A value that is neither list nor object. */
export function scalarJson(value: Writable): string {
  return value instanceof JsonNumber ? value.text : JSON.stringify(value)
}

function byUnits([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : Number(left > right)
}

/** A half of a character beyond the basic plane. */
const HALF = /[\ud800-\udfff]/

/** Python sorts by code point; JavaScript by UTF-16 unit, where everything beyond the basic plane sorts too early. */
function byCodePoints([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  const shorter = Math.min(left.length, right.length)
  for (let index = 0; index < shorter; index += 1) {
    const difference = weight(left.charCodeAt(index)) - weight(right.charCodeAt(index))
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** Surrogates stand for code points above every other unit. */
function weight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
