import { JsonNumber } from '../../domain/json-document'
import { yamlKey, yamlNumber, yamlText } from './yaml-scalar'

/**
 * Writes JSON-like data (plain records, or maps that keep their keys in order) as block-style YAML. js-yaml's dump takes
 * 200 ms for a backlog of 10,000 small missions, and each change of a mission rewrites that file. Only what JSON can hold
 * is written, so nothing here needs tags or anchors. With an `indent` the text fits as an item's or a key's lines.
 */
export function yamlBlock(value: unknown, indent = ''): string {
  if (!hasChildren(value)) return `${indent}${leaf(value)}\n`
  const lines: string[] = []
  writeChildren(value, indent, lines)
  return lines.join('')
}

function writeChildren(value: object, indent: string, lines: string[]): void {
  if (Array.isArray(value)) {
    for (const item of value) writeItem(item, indent, lines)
  } else {
    writeEntries(value, indent, indent, lines)
  }
}

/** `- ` and the first line of the item stand on one line; the rest of the item is indented below it. */
function writeItem(item: unknown, indent: string, lines: string[]): void {
  if (!hasChildren(item)) {
    lines.push(`${indent}- ${leaf(item)}\n`)
  } else if (Array.isArray(item)) {
    lines.push(`${indent}-\n`)
    writeChildren(item, `${indent}  `, lines)
  } else {
    writeEntries(item, `${indent}- `, `${indent}  `, lines)
  }
}

/** `first` stands before the first key, `indent` before all others. */
function writeEntries(value: object, first: string, indent: string, lines: string[]): void {
  let lead = first
  for (const [name, child] of entriesOf(value)) {
    const key = yamlKey(String(name), indent)
    if (hasChildren(child)) {
      lines.push(`${lead}${key}\n`)
      // A list stands as deep as its key, as in the files that other programs of this convention write.
      writeChildren(child, Array.isArray(child) ? indent : `${indent}  `, lines)
    } else {
      lines.push(`${lead}${key} ${leaf(child)}\n`)
    }
    lead = indent
  }
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
