import { pathTo } from '../../src-main/domain/json-path'
import { KINDS, type NodeKind, type NodeTable } from './json-nodes'

/** A document as the page holds it: its text, indented, and where everything stands in it. */
export interface ShownDocument {
  readonly text: string
  readonly nodes: NodeTable
  /** Where each line begins. */
  readonly lines: Int32Array
  /** How many characters the longest line has. */
  readonly longest: number
  /** By which the worker knows the text again. */
  readonly key?: number
}

const PREVIEW = 300

export function kindOf({ nodes }: ShownDocument, node: number): NodeKind {
  return KINDS[nodes.kind[node] ?? 0] ?? 'word'
}

/** True for what can be opened: an object or a list with something in it. */
export function isBranch({ nodes }: ShownDocument, node: number): boolean {
  return (nodes.size[node] ?? 0) > 0
}

/** The rows of a tree whose open nodes are marked, the document itself left out. */
export function visibleNodes(shown: ShownDocument, open: Uint8Array): Int32Array {
  const { nodes } = shown
  const all = nodes.kind.length
  const rows = new Int32Array(all)
  let count = 0
  for (let node = 1; node < all; count += 1) {
    rows[count] = node
    node = open[node] === 1 ? node + 1 : (nodes.next[node] ?? all)
  }
  return rows.subarray(0, count)
}

const SMALL_DOCUMENT = 300
const SMALL_SECTION = 40

/** What is open at first: everything in a small document, in a big one the sections that are small. */
export function firstOpen({ nodes }: ShownDocument): Uint8Array {
  const all = nodes.kind.length
  const open = new Uint8Array(all)
  for (let node = 1; node < all; node += 1) {
    const inside = (nodes.next[node] ?? node) - node
    const opens =
      all <= SMALL_DOCUMENT ? (nodes.depth[node] ?? 0) <= 2 : nodes.depth[node] === 1 && inside <= SMALL_SECTION
    if (opens && (nodes.size[node] ?? 0) > 0) open[node] = 1
  }
  return open
}

/** Opens all ancestors of a node; the same array when they are open already. */
export function opened({ nodes }: ShownDocument, open: Uint8Array, node: number): Uint8Array {
  const next = open.slice()
  let changed = false
  for (let at = nodes.parent[node] ?? -1; at > 0; at = nodes.parent[at] ?? -1) {
    if (next[at] === 1) continue
    next[at] = 1
    changed = true
  }
  return changed ? next : open
}

/** The key of a node, or its place in its list. */
export function labelOf({ text, nodes }: ShownDocument, node: number): string {
  const start = nodes.keyStart[node] ?? -1
  return start < 0 ? String(nodes.index[node] ?? 0) : plain(text.slice(start, nodes.keyEnd[node]))
}

/** The path of a node, such as `working_memory.blocked[2]`. */
export function pathOf(shown: ShownDocument, node: number): string {
  return stepsTo(shown, node).reduce<string>(pathTo, '')
}

/** The keys and places that lead to a node. */
export function stepsTo(shown: ShownDocument, node: number): (string | number)[] {
  const { nodes } = shown
  const steps: (string | number)[] = []
  for (let at = node; at > 0; at = nodes.parent[at] ?? 0) {
    steps.unshift((nodes.keyStart[at] ?? -1) < 0 ? (nodes.index[at] ?? 0) : labelOf(shown, at))
  }
  return steps
}

/** The node that keys and places lead to; undefined when they lead nowhere. */
export function nodeOf(shown: ShownDocument, steps: readonly (string | number)[]): number | undefined {
  const { nodes } = shown
  let node = 0
  for (const step of steps) {
    const end = nodes.next[node] ?? nodes.kind.length
    let child = node + 1
    while (child < end && !leadsTo(shown, child, step)) child = nodes.next[child] ?? end
    if (child >= end) return undefined
    node = child
  }
  return node
}

function leadsTo(shown: ShownDocument, node: number, step: string | number): boolean {
  const isItem = (shown.nodes.keyStart[node] ?? -1) < 0
  return typeof step === 'number'
    ? isItem && shown.nodes.index[node] === step
    : !isItem && labelOf(shown, node) === step
}

/** A value in one line: texts without quotes, of an object or list how much is in it. */
export function previewOf(shown: ShownDocument, node: number): string {
  const kind = kindOf(shown, node)
  const size = shown.nodes.size[node] ?? 0
  if (kind === 'object') return size === 0 ? 'empty' : size === 1 ? '1 key' : `${size} keys`
  if (kind === 'list') return size === 0 ? 'empty list' : size === 1 ? '1 item' : `${size} items`
  const [start, end] = [shown.nodes.start[node] ?? 0, shown.nodes.end[node] ?? 0]
  if (kind === 'text' && end - start > PREVIEW) return `${shown.text.slice(start + 1, start + PREVIEW)}…`
  return plain(shown.text.slice(start, end))
}

const DIGEST_VALUES = 4

/** What an item of a list is about, from the values that stand directly in it; empty when none does. */
export function digestOf(shown: ShownDocument, node: number): string {
  const { nodes } = shown
  const end = nodes.next[node] ?? node
  const values: string[] = []
  for (let at = node + 1; at < end && values.length < DIGEST_VALUES; at = nodes.next[at] ?? end) {
    if (!isBranch(shown, at)) values.push(previewOf(shown, at))
  }
  return values.join(' · ')
}

/** A value in full: a text as people read it, anything else as JSON. */
export function wholeValue({ text, nodes }: ShownDocument, node: number): string {
  return plain(text.slice(nodes.start[node], nodes.end[node]))
}

/** The name of a place for people; empty for the whole document. */
export function placeName(steps: readonly (string | number)[]): string {
  return steps.reduce<string>(pathTo, '')
}

/** The value as it stands in the document, with its own lines moved to the left edge. */
export function sourceOf({ text, nodes }: ShownDocument, node: number): string {
  const source = text.slice(nodes.start[node], nodes.end[node])
  const indent = '  '.repeat(nodes.depth[node] ?? 0)
  return indent === '' ? source : source.replaceAll(`\n${indent}`, '\n')
}

/** The innermost node that a character of the text belongs to. */
export function nodeAt({ nodes }: ShownDocument, offset: number): number {
  let [low, high] = [0, nodes.kind.length - 1]
  const begin = (node: number) => {
    const key = nodes.keyStart[node] ?? -1
    return key < 0 ? (nodes.start[node] ?? 0) : key
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (begin(middle) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The line, counted from 0, that a character stands in. */
export function lineAt({ lines }: ShownDocument, offset: number): number {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** A quoted text without its quotes and escapes; anything else as it is. */
function plain(source: string): string {
  if (!source.startsWith('"')) return source
  try {
    return String(JSON.parse(source))
  } catch {
    return source
  }
}
