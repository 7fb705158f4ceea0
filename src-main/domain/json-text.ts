import { JsonNumber, type JsonValue } from './json-document'

/** Values we make ourselves; plain records keep their keys in order. */
export type Writable = JsonValue | number | readonly Writable[] | { readonly [key: string]: Writable }

/** One line with `", "` and `": "`, the form of metadata and events. */
export function lineJson(value: Writable): string {
  return write(value, { comma: ', ', colon: ': ', sorted: false })
}

/** Keys sorted at every level and no blanks: equal content has equal text, whoever wrote it. */
export function canonicalJson(value: Writable): string {
  return write(value, { comma: ',', colon: ':', sorted: true })
}

/** Two spaces a level, the form of contexts, snapshots and printed events. */
export function prettyJson(value: Writable, indent = ''): string {
  const inner = `${indent}  `
  const list = asList(value)
  if (list !== null) {
    return list.length === 0
      ? '[]'
      : `[\n${list.map((item) => inner + prettyJson(item, inner)).join(',\n')}\n${indent}]`
  }
  const entries = asEntries(value)
  if (entries === null) return scalar(value)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${prettyJson(item, inner)}`)
  return `{\n${lines.join(',\n')}\n${indent}}`
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

function write(value: Writable, form: Form): string {
  const list = asList(value)
  if (list !== null) return `[${list.map((item) => write(item, form)).join(form.comma)}]`
  const entries = asEntries(value)
  if (entries === null) return scalar(value)
  const ordered = form.sorted ? [...entries].sort(byCodePoints) : entries
  return `{${ordered.map(([key, item]) => `${JSON.stringify(key)}${form.colon}${write(item, form)}`).join(form.comma)}}`
}

function asList(value: Writable): readonly Writable[] | null {
  return Array.isArray(value) ? value : null
}

function asEntries(value: Writable): ReadonlyArray<readonly [string, Writable]> | null {
  if (typeof value !== 'object' || value === null || value instanceof JsonNumber || Array.isArray(value)) return null
  return value instanceof Map ? [...value] : Object.entries(value)
}

function scalar(value: Writable): string {
  return value instanceof JsonNumber ? value.text : JSON.stringify(value)
}

/** Python sorts by code point; JavaScript by UTF-16 unit, where everything beyond the basic plane sorts too early. */
function byCodePoints([left]: readonly [string, Writable], [right]: readonly [string, Writable]): number {
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
