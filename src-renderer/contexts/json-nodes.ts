/** What a node of a document is. */
export const KINDS = ['object', 'list', 'text', 'number', 'word'] as const
export type NodeKind = (typeof KINDS)[number]

/**
 * Every value of a document as places in its text, in document order, as columns of numbers: a document of megabytes then
 * crosses from the worker to the page at no cost. Node 0 is the document itself.
 */
export interface NodeTable {
  readonly kind: Uint8Array
  readonly depth: Uint16Array
  readonly parent: Int32Array
  /** The first node after everything inside this one. */
  readonly next: Int32Array
  /** How many values stand directly in it. */
  readonly size: Int32Array
  /** Its place among its siblings. */
  readonly index: Int32Array
  /** Where its key begins, with its quote; -1 for an item of a list. */
  readonly keyStart: Int32Array
  readonly keyEnd: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
}

const [OBJECT, LIST, TEXT, NUMBER, WORD] = [0, 1, 2, 3, 4]

/** Reads the places of every value from a text that is known to be JSON. */
export function scanNodes(text: string): NodeTable {
  const scan = new Scan(text)
  scan.run()
  return scan.table()
}

/** The columns that go to the page without being copied. */
export function buffersOf(nodes: NodeTable): ArrayBuffer[] {
  return Object.values(nodes).map((column: Int32Array<ArrayBuffer>) => column.buffer)
}

class Scan {
  private readonly kind: number[] = []
  private readonly depth: number[] = []
  private readonly parent: number[] = []
  private readonly next: number[] = []
  private readonly size: number[] = []
  private readonly index: number[] = []
  private readonly keyStart: number[] = []
  private readonly keyEnd: number[] = []
  private readonly start: number[] = []
  private readonly end: number[] = []
  private readonly open: number[] = []
  private key = { start: -1, end: -1 }
  private at = 0

  constructor(private readonly text: string) {}

  run(): void {
    while (this.at < this.text.length) this.step(this.text.charCodeAt(this.at))
  }

  table(): NodeTable {
    return {
      kind: Uint8Array.from(this.kind),
      depth: Uint16Array.from(this.depth),
      parent: Int32Array.from(this.parent),
      next: Int32Array.from(this.next),
      size: Int32Array.from(this.size),
      index: Int32Array.from(this.index),
      keyStart: Int32Array.from(this.keyStart),
      keyEnd: Int32Array.from(this.keyEnd),
      start: Int32Array.from(this.start),
      end: Int32Array.from(this.end),
    }
  }

  private step(unit: number): void {
    if (unit === 0x7b) this.begin(OBJECT)
    else if (unit === 0x5b) this.begin(LIST)
    else if (unit === 0x7d || unit === 0x5d) this.finish()
    else if (unit === 0x22) this.quoted()
    else if (unit === 0x2c || unit === 0x3a || unit <= 0x20) this.at += 1
    else this.scalar(unit)
  }

  private begin(kind: number): void {
    this.open.push(this.add(kind, this.at, -1))
    this.at += 1
  }

  private finish(): void {
    const node = this.open.pop() ?? 0
    this.at += 1
    this.end[node] = this.at
    this.next[node] = this.kind.length
  }

  private quoted(): void {
    const start = this.at
    let end = this.text.indexOf('"', start + 1)
    while (end !== -1 && this.isEscaped(end)) end = this.text.indexOf('"', end + 1)
    this.at = end === -1 ? this.text.length : end + 1
    const holder = this.open.at(-1)
    const isKey = holder !== undefined && this.kind[holder] === OBJECT && this.key.start === -1
    if (isKey) this.key = { start, end: this.at }
    else this.add(TEXT, start, this.at)
  }

  private isEscaped(quote: number): boolean {
    let backslashes = 0
    while (this.text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes += 1
    return backslashes % 2 === 1
  }

  private scalar(unit: number): void {
    const start = this.at
    while (this.at < this.text.length && !/[,\s\]}]/.test(this.text.charAt(this.at))) this.at += 1
    // null, true and false; NaN and Infinity are numbers to those who write them.
    const isWord = unit === 0x6e || unit === 0x74 || unit === 0x66
    this.add(isWord ? WORD : NUMBER, start, this.at)
  }

  private add(kind: number, start: number, end: number): number {
    const node = this.kind.length
    const parent = this.open.at(-1) ?? -1
    this.kind.push(kind)
    this.depth.push(this.open.length)
    this.parent.push(parent)
    this.next.push(node + 1)
    this.size.push(0)
    this.index.push(this.size[parent] ?? 0)
    this.keyStart.push(this.key.start)
    this.keyEnd.push(this.key.end)
    this.start.push(start)
    this.end.push(end)
    if (parent >= 0) this.size[parent] = (this.size[parent] ?? 0) + 1
    this.key = { start: -1, end: -1 }
    return node
  }
}
