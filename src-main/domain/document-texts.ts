import type { JsonObject, JsonValue } from './json-document'
import { byCodePoint, lineJsonBytes, scalarJson } from './json-text'

/** The texts of one value: `prettyJson`, `canonicalJson`, and how many bytes `lineJson` takes. */
export interface Texts {
  readonly pretty: string
  readonly canonical: string
  readonly lineBytes: number
}

/** Texts of the parts of a document that are only ever replaced, never changed: good until they are. */
export type KeptTexts = WeakMap<object, Texts & { readonly indent: string }>

/** What actions change in place: these sections, by setting their keys. Everything deeper is replaced. */
const CHANGING: ReadonlySet<string> = new Set(['working_memory', 'next_session_context', 'context_health'])

/**
 * The texts of a context's document, all made in one walk. Whatever was the same value in an earlier walk with `kept` is
 * not written anew: of a long history only what the last action added.
 */
export function documentTexts(document: JsonObject, kept: KeptTexts): Texts {
  const part: Write = (value, indent) => keptTexts(value, indent, kept)
  const field: Write = (value, indent) => (Array.isArray(value) ? listTexts(value, indent, part) : part(value, indent))
  return objectTexts(document, '', (value, indent, key) =>
    CHANGING.has(key) && value instanceof Map ? objectTexts(value, indent, field) : part(value, indent),
  )
}

type Write = (value: JsonValue, indent: string) => Texts

function keptTexts(value: JsonValue, indent: string, kept: KeptTexts): Texts {
  if (!Array.isArray(value) && !(value instanceof Map)) return scalarTexts(value)
  const known = kept.get(value)
  // What moved stands at another depth now.
  if (known !== undefined && known.indent === indent) return known
  const texts = { ...textsOf(value, indent), indent }
  kept.set(value, texts)
  return texts
}

function textsOf(value: JsonValue, indent: string): Texts {
  if (Array.isArray(value)) return listTexts(value, indent, textsOf)
  return value instanceof Map ? objectTexts(value, indent, textsOf) : scalarTexts(value)
}

function scalarTexts(value: Exclude<JsonValue, JsonValue[] | JsonObject>): Texts {
  const text = scalarJson(value)
  return { pretty: text, canonical: text, lineBytes: lineJsonBytes(value) }
}

/** What a separator takes in a line: `, ` or `: `. */
const SEPARATOR = 2

function listTexts(list: readonly JsonValue[], indent: string, write: Write): Texts {
  const inner = `${indent}  `
  let pretty = ''
  let canonical = ''
  let lineBytes = 0
  for (const item of list) {
    const texts = write(item, inner)
    pretty += `${pretty === '' ? '[\n' : ',\n'}${inner}${texts.pretty}`
    canonical += `${canonical === '' ? '[' : ','}${texts.canonical}`
    lineBytes += texts.lineBytes + SEPARATOR
  }
  // Two brackets, and one separator less than there are items.
  return pretty === ''
    ? { pretty: '[]', canonical: '[]', lineBytes: 2 }
    : { pretty: `${pretty}\n${indent}]`, canonical: `${canonical}]`, lineBytes }
}

function objectTexts(
  object: JsonObject,
  indent: string,
  write: (value: JsonValue, indent: string, key: string) => Texts,
): Texts {
  const inner = `${indent}  `
  const parts: (readonly [key: string, canonical: string])[] = []
  let pretty = ''
  let lineBytes = 0
  for (const [key, value] of object) {
    const name = JSON.stringify(key)
    const texts = write(value, inner, key)
    parts.push([key, `${name}:${texts.canonical}`])
    pretty += `${pretty === '' ? '{\n' : ',\n'}${inner}${name}: ${texts.pretty}`
    lineBytes += lineJsonBytes(key) + texts.lineBytes + 2 * SEPARATOR
  }
  if (parts.length === 0) return { pretty: '{}', canonical: '{}', lineBytes: 2 }
  let canonical = ''
  for (const [, text] of byCodePoint(parts)) canonical += `${canonical === '' ? '{' : ','}${text}`
  return { pretty: `${pretty}\n${indent}}`, canonical: `${canonical}}`, lineBytes }
}
