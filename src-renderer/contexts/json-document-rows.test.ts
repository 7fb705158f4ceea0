import { describe, expect, test } from 'vitest'
import { parseJson } from '../../src-main/domain/json-document'
import { prettyJson } from '../../src-main/domain/json-text'
import { linesOf } from './document-work'
import {
  digestOf,
  firstOpen,
  isBranch,
  labelOf,
  lineAt,
  nodeAt,
  nodeOf,
  opened,
  pathOf,
  previewOf,
  type ShownDocument,
  sourceOf,
  stepsTo,
  visibleNodes,
  wholeValue,
} from './json-document-rows'
import { scanNodes } from './json-nodes'

function shown(json: string): ShownDocument {
  const text = prettyJson(parseJson(json))
  return { text, nodes: scanNodes(text), ...linesOf(text) }
}

const DOCUMENT = shown(
  '{"a": {"b": [1.0, "x\\"y\\\\", {"c": null}], "d": {}}, "e f": true, "": "é\\n", "big": 12345678901234567890, "n": [-Infinity, NaN]}',
)
const all = Array.from({ length: DOCUMENT.nodes.kind.length }, (_, node) => node)
const everything = new Uint8Array(all.length).fill(1)

describe('the places of a document', () => {
  test('are found for every value, whatever its kind', () => {
    expect(all.map((node) => [pathOf(DOCUMENT, node), previewOf(DOCUMENT, node)])).toEqual([
      ['', '5 keys'],
      ['a', '2 keys'],
      ['a.b', '3 items'],
      ['a.b[0]', '1.0'],
      ['a.b[1]', 'x"y\\'],
      ['a.b[2]', '1 key'],
      ['a.b[2].c', 'null'],
      ['a.d', 'empty'],
      ['["e f"]', 'true'],
      ['[""]', 'é\n'],
      ['big', '12345678901234567890'],
      ['n', '2 items'],
      ['n[0]', '-Infinity'],
      ['n[1]', 'NaN'],
    ])
    expect(stepsTo(DOCUMENT, 6)).toEqual(['a', 'b', 2, 'c'])
    expect(labelOf(DOCUMENT, 8)).toBe('e f')
    expect([0, 2, 5].map((node) => digestOf(DOCUMENT, node))).toEqual([
      'true · é\n · 12345678901234567890',
      '1.0 · x"y\\',
      'null',
    ])
    expect(all.map((node) => nodeOf(DOCUMENT, stepsTo(DOCUMENT, node)))).toEqual(all)
    expect(nodeOf(DOCUMENT, ['a', 'gone'])).toBeUndefined()
    expect(nodeOf(DOCUMENT, ['a', 0])).toBeUndefined()
  })

  test('give the source of a value as a document of its own', () => {
    expect(sourceOf(DOCUMENT, 2)).toBe('[\n  1.0,\n  "x\\"y\\\\",\n  {\n    "c": null\n  }\n]')
    expect(wholeValue(DOCUMENT, 9)).toBe('é\n')
    expect(sourceOf(DOCUMENT, 0)).toBe(DOCUMENT.text)
  })

  test('are found again from a character of the text', () => {
    expect(pathOf(DOCUMENT, nodeAt(DOCUMENT, DOCUMENT.text.indexOf('"c"')))).toBe('a.b[2].c')
    expect(pathOf(DOCUMENT, nodeAt(DOCUMENT, DOCUMENT.text.indexOf('1.0')))).toBe('a.b[0]')
    expect(nodeAt(DOCUMENT, 0)).toBe(0)
    expect(lineAt(DOCUMENT, 0)).toBe(0)
    expect(lineAt(DOCUMENT, DOCUMENT.text.indexOf('"b"'))).toBe(2)
    expect(lineAt(DOCUMENT, DOCUMENT.text.length)).toBe(DOCUMENT.text.split('\n').length - 1)
  })
})

describe('the rows of the tree', () => {
  const paths = (open: Uint8Array) => [...visibleNodes(DOCUMENT, open)].map((node) => pathOf(DOCUMENT, node))

  test('are the sections alone when nothing is open, and every value when all is', () => {
    expect(paths(new Uint8Array(all.length))).toEqual(['a', '["e f"]', '[""]', 'big', 'n'])
    expect(paths(everything)).toHaveLength(all.length - 1)
  })

  test('lead to a value once what is around it is open', () => {
    const open = opened(DOCUMENT, new Uint8Array(all.length), 6)
    expect(paths(open)).toContain('a.b[2].c')
    expect(opened(DOCUMENT, open, 6)).toBe(open)
  })

  test('are open at first where there is little in them', () => {
    expect(paths(firstOpen(DOCUMENT))).toContain('a.b[2]')
    const long = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`k${at}`, at]))
    const big = shown(JSON.stringify({ long, short: { a: 1 } }))
    expect([...visibleNodes(big, firstOpen(big))].map((node) => pathOf(big, node))).toEqual([
      'long',
      'short',
      'short.a',
    ])
    expect(isBranch(big, 1)).toBe(true)
  })
})
