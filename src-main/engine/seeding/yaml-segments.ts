import { EVENT_ID, type Event, parseEvents } from 'js-yaml'

/** A stretch of a YAML text and its events, whose positions count from `base`. */
export interface YamlSegment {
  readonly source: string
  readonly base: number
  /** True when it is one item of the long list. */
  readonly item: boolean
  readonly events: readonly Event[]
}

/** Where a long list of a text begins, its items, and where the mapping around it goes on. */
interface LongList {
  readonly items: readonly number[]
  readonly tail: number
}

/** A shorter text is read in one go. */
const LONG = 200_000
/** What ends a document or begins another; a backlog's long part comes last. */
const MARKER = /^(?:---|\.\.\.)(?:\s|$)/m
const LIST_OPENS: Event = {
  type: EVENT_ID.SEQUENCE,
  start: 0,
  anchorStart: -1,
  anchorEnd: -1,
  tagStart: -1,
  tagEnd: -1,
  style: 1,
}
const CLOSES: Event = { type: EVENT_ID.POP }
/** The last events of a text that ends in `sprints:` are its empty value and the ends of two mappings and the document. */
const ENDS_OF_HEAD = 4

/**
 * The events of a YAML text. A long backlog is parsed sprint by sprint, which gives the same events in half the time: an
 * item of a block list begins wherever a line has its indentation and a dash, whatever stands between. `begins` is told
 * where each stretch lies before it is parsed, for errors.
 */
export function* yamlSegments(text: string, begins: (base: number) => void): Generator<YamlSegment> {
  const list = text.length < LONG ? undefined : longList(text)
  const head = text.slice(0, list?.items[0] ?? 0)
  const headEvents = list === undefined ? [] : parseEvents(head, {})
  if (list === undefined || !endsWithOpenKey(headEvents)) {
    yield { source: text, base: 0, item: false, events: parseEvents(text, {}) }
    return
  }
  yield { source: head, base: 0, item: false, events: [...headEvents.slice(0, -ENDS_OF_HEAD), LIST_OPENS] }
  for (const [number, start] of list.items.entries()) {
    begins(start)
    yield { ...inside(text, start, list.items[number + 1] ?? list.tail), item: true }
  }
  yield { source: '', base: list.tail, item: false, events: [CLOSES] }
  begins(list.tail)
  if (list.tail < text.length) yield inside(text, list.tail, text.length)
  yield { source: '', base: text.length, item: false, events: headEvents.slice(1 - ENDS_OF_HEAD) }
}

/** True when the text ends in a key of a mapping in the document's own mapping, and nothing of it stands in a text. */
function endsWithOpenKey(events: readonly Event[]): boolean {
  const [value, ...ends] = events.slice(-ENDS_OF_HEAD)
  const before = events.at(-ENDS_OF_HEAD - 1)
  return (
    value?.type === EVENT_ID.SCALAR &&
    value.valueStart === -1 &&
    before?.type === EVENT_ID.SCALAR &&
    ends.every(({ type }) => type === EVENT_ID.POP)
  )
}

/** What a stretch holds, without the document and the one collection that surround it when it is parsed alone. */
function inside(text: string, start: number, end: number): YamlSegment {
  const source = text.slice(start, end)
  return { source, base: start, item: false, events: parseEvents(source, {}).slice(2, -2) }
}

/** The sprints of a backlog as every known program writes them; undefined where anything looks otherwise. */
function longList(text: string): LongList | undefined {
  const opening = /^( +)sprints:\n/m.exec(text)
  if (opening === null || !isOnlyPlan(text.slice(0, opening.index))) return undefined
  const outer = opening[1]?.length ?? 0
  const start = opening.index + opening[0].length
  const dash = /^( *)- /.exec(text.slice(start, start + 100))
  const indent = dash?.[1]?.length ?? -1
  if (indent < outer) return undefined
  const items: number[] = []
  for (let at = start; at < text.length; at = lineAfter(text, at)) {
    const column = indentOf(text, at)
    if (column === undefined || column > indent) continue
    if (column === indent && text.startsWith('- ', at + column)) items.push(at)
    else if (column === outer) return endsWithList(text, at, outer) ? { items, tail: at } : undefined
    else return undefined
  }
  return { items, tail: text.length }
}

/** At most a header stands before the document with the sprints, so this is the one that counts. */
function isOnlyPlan(before: string): boolean {
  const [first = '', second, ...more] = before.split(/^---(?=\s|$)/m)
  return (
    more.length === 0 && /^domainFields:\n/m.test(second ?? first) && (second === undefined || !HOLDS_PLAN.test(first))
  )
}

const HOLDS_PLAN = /^(?:domainFields|sprints|missions):/m

/** Nothing may follow the mapping that holds the list: no key further out, no other document. */
function endsWithList(text: string, from: number, outer: number): boolean {
  for (let at = from; at < text.length; at = lineAfter(text, at)) {
    const column = indentOf(text, at)
    if (column !== undefined && column < outer) return false
  }
  return !MARKER.test(text.slice(from))
}

/** The column of a line's first character; undefined for lines that are empty. */
function indentOf(text: string, at: number): number | undefined {
  let column = at
  while (text.charCodeAt(column) === 0x20) column += 1
  const unit = text.charCodeAt(column)
  return unit === 0x0a || unit === 0x0d || Number.isNaN(unit) ? undefined : column - at
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}
