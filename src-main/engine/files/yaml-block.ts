import { JsonNumber } from '../../domain/json-document'
import { yamlKey, yamlNumber, yamlText } from './yaml-scalar'

/**
 * Writes JSON-like data (plain records, or maps that keep their keys in order) as block-style YAML. js-yaml's dump takes seconds for a backlog of 10,000 missions, and each
 * change of a mission rewrites that file. Only what JSON can hold is written, so nothing here needs tags or anchors.
 */
export function yamlBlock(value: unknown): string {
  if (!hasChildren(value)) return `${leaf(value)}\n`
  const out: string[] = []
  writeChildren(value, '', out)
  return out.join('')
}

function writeChildren(value: object, indent: string, out: string[]): void {
  if (Array.isArray(value)) {
    for (const item of value) writeItem(item, indent, out)
    return
  }
  for (const [key, child] of entriesOf(value)) {
    out.push(indent)
    writeEntry(key, child, indent, out)
  }
}

/** `- ` and the first line of the item stand on one line; the rest of the item is indented below it. */
function writeItem(item: unknown, indent: string, out: string[]): void {
  out.push(indent, '-')
  if (!hasChildren(item)) {
    out.push(' ', leaf(item), '\n')
    return
  }
  const inner = `${indent}  `
  if (Array.isArray(item)) {
    out.push('\n')
    writeChildren(item, inner, out)
    return
  }
  let first = true
  for (const [key, child] of entriesOf(item)) {
    out.push(first ? ' ' : inner)
    writeEntry(key, child, inner, out)
    first = false
  }
}

function writeEntry(key: unknown, value: unknown, indent: string, out: string[]): void {
  out.push(yamlKey(String(key), indent))
  if (!hasChildren(value)) {
    out.push(' ', leaf(value), '\n')
    return
  }
  out.push('\n')
  // A list stands as deep as its key, as in the files that other programs of this convention write.
  writeChildren(value, Array.isArray(value) ? indent : `${indent}  `, out)
}

/** Scalars, `[]` and `{}` fit behind their key; anything else stands below it. */
function hasChildren(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || value instanceof JsonNumber) return false
  if (Array.isArray(value)) return value.length > 0
  return value instanceof Map ? value.size > 0 : Object.keys(value).length > 0
}

function entriesOf(value: object): Iterable<readonly [unknown, unknown]> {
  return value instanceof Map ? value : Object.entries(value)
}

function leaf(value: unknown): string {
  if (typeof value === 'string') return yamlText(value)
  if (value instanceof JsonNumber) return yamlNumber(value.text)
  if (typeof value === 'number') return yamlNumber(String(value))
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return '[]'
  return value === null || value === undefined ? 'null' : '{}'
}
