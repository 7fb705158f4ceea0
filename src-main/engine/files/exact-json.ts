/** A number of a JSON text that JavaScript would spell differently (`1.0`, `1e5`, more than 53 bits): kept as written. */
export class ExactNumber {
  constructor(readonly spelling: string) {}
}

/** Only these spellings can change on the way through a JavaScript number. */
const RISKY_NUMBER = /\d[.eE]|\d{16}|-0/

/** As JSON.parse, but no number loses its digits or its decimal point; throws SyntaxError on text that is not JSON. */
export function parseExactJson(text: string): unknown {
  if (!RISKY_NUMBER.test(text)) return JSON.parse(text)
  return JSON.parse(text, keepSpelling)
}

function keepSpelling(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const spelling = context?.source
  if (typeof value !== 'number' || spelling === undefined || String(value) === spelling) return value
  return new ExactNumber(spelling)
}

/** As JSON.stringify with two spaces, with every exact number as it was spelled. */
export function prettyExactJson(value: unknown, indent = ''): string {
  if (value instanceof ExactNumber) return value.spelling
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    return `[\n${value.map((item) => inner + prettyExactJson(item, inner)).join(',\n')}\n${indent}]`
  }
  const keys = Object.keys(value)
  if (keys.length === 0) return '{}'
  const lines = keys.map((key) => `${inner}${JSON.stringify(key)}: ${prettyExactJson(Reflect.get(value, key), inner)}`)
  return `{\n${lines.join(',\n')}\n${indent}}`
}
