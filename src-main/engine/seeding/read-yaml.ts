import {
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml'
import { DomainError } from '../../domain/fault'
import { yamlSegments } from './yaml-segments'
import { wordOf, YamlWord } from './yaml-word'

export type YamlValue = null | string | YamlWord | YamlValue[] | YamlMap
export type YamlMap = Map<string, YamlValue>

/** The documents of a YAML file, and where in it their parts stand. */
export interface YamlFile {
  readonly documents: readonly YamlValue[]
  /** The line of a mapping, from 1. */
  lineOf(part: YamlMap): number
  /** Keys that stand twice in one mapping; the last one counts, as for other readers. */
  readonly duplicates: readonly { readonly key: string; readonly line: number }[]
}

/** Takes an item of a long list, and what tells the lines of its parts. */
export type TakeItem = (item: YamlMap, lineOf: YamlFile['lineOf']) => void

interface Frame {
  readonly value: YamlValue[] | YamlMap
  readonly anchor: string
  key: string | undefined
  /** How many nodes it holds once every alias is written out. */
  size: number
}

interface Anchored {
  readonly value: YamlValue
  readonly size: number
}

/** A few aliases can stand for billions of nodes; no backlog needs them. */
const MOST_NODES_FROM_ALIASES = 1_000_000
const TEXT_TAG = /^(?:!|!!str|!<tag:yaml\.org,2002:str>)$/
const PLAIN_TAG = /^!!(?:int|float|bool|null|timestamp|map|seq)$/

/**
 * Reads YAML 1.1 as the programs of this convention do: `yes`, `012`, `12:30` and unquoted dates are no text. Throws
 * `invalid_input` with the line. The sprints of a long backlog are handed over one by one, and do not stand in the list
 * afterwards: kept together they would fill the memory.
 */
export function readYaml(text: string, takeItem?: TakeItem): YamlFile {
  const reading = new YamlReading(text, takeItem)
  try {
    return reading.read()
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const line = error.mark === undefined ? '' : String(reading.lineAt(error.mark.position))
    throw new DomainError('invalid_input', line === '' ? error.reason : `${error.reason} in line ${line}`, { line })
  }
}

class YamlReading {
  private readonly documents: YamlValue[] = []
  private places = new Map<YamlMap, number>()
  private readonly duplicates: { key: string; at: number }[] = []
  private readonly stack: Frame[] = []
  private anchors = new Map<string, Anchored>()
  private fromAliases = 0
  private inDocument = false
  /** The stretch that is being read, and where it begins. */
  private source = ''
  private base = 0
  private readonly line: (at: number) => number

  constructor(
    private readonly text: string,
    private readonly takeItem: TakeItem | undefined,
  ) {
    this.line = lineFinder(text)
  }

  read(): YamlFile {
    const begins = (base: number) => {
      this.base = base
    }
    for (const segment of yamlSegments(this.text, begins)) {
      this.source = segment.source
      this.base = segment.base
      if (segment.item && this.takeItem !== undefined) this.handOver(segment.events, this.takeItem)
      else for (const event of segment.events) this.take(event)
    }
    return {
      documents: this.documents,
      lineOf: this.lineOf,
      duplicates: this.duplicates.map(({ key, at }) => ({ key, line: this.line(at) })),
    }
  }

  private readonly lineOf = (part: YamlMap) => this.line(this.places.get(part) ?? 0)

  private handOver(events: readonly Event[], takeItem: TakeItem): void {
    const outside = this.places
    this.places = new Map()
    for (const event of events) this.take(event)
    const list = this.stack.at(-1)?.value
    const item = Array.isArray(list) ? list.at(-1) : undefined
    if (Array.isArray(list) && item instanceof Map) {
      list.pop()
      takeItem(item, this.lineOf)
    }
    this.places = outside
  }

  /** The line of a position of the stretch that is being read. */
  lineAt(position: number): number {
    return this.line(this.base + position)
  }

  private take(event: Event): void {
    if (event.type === EVENT_ID.SCALAR) {
      this.place(this.scalar(event), 1, event.valueStart, anchorOf(this.source, event))
    } else if (event.type === EVENT_ID.POP) {
      this.close()
    } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      this.open(event)
    } else if (event.type === EVENT_ID.ALIAS) {
      this.placeAlias(event.anchorStart, event.anchorEnd)
    } else {
      this.anchors = new Map()
      this.inDocument = true
    }
  }

  private open(event: MappingEvent | SequenceEvent): void {
    const value: Frame['value'] = event.type === EVENT_ID.MAPPING ? new Map() : []
    if (value instanceof Map) this.places.set(value, this.base + event.start)
    this.requireKnownTag(event)
    this.stack.push({ value, anchor: anchorOf(this.source, event), key: undefined, size: 1 })
  }

  private scalar(event: ScalarEvent): YamlValue {
    const source = getScalarValue(this.source, event)
    if (event.style !== SCALAR_STYLE.PLAIN) return source
    if (event.tagStart < 0) return wordOf(source)
    if (TEXT_TAG.test(this.source.slice(event.tagStart, event.tagEnd))) return source
    this.requireKnownTag(event)
    return wordOf(source)
  }

  /** Tags that make objects of a program are refused, as every safe reader refuses them. */
  private requireKnownTag({ tagStart, tagEnd }: { readonly tagStart: number; readonly tagEnd: number }): void {
    const tag = tagStart < 0 ? '' : this.source.slice(tagStart, tagEnd)
    if (tag !== '' && !PLAIN_TAG.test(tag)) this.fail(tagStart, `the tag ${tag.slice(0, 80)} is not allowed`)
  }

  private placeAlias(start: number, end: number): void {
    const found = this.anchors.get(this.source.slice(start, end))
    if (found === undefined) this.fail(start, 'an alias names nothing that stands before it')
    else {
      this.fromAliases += found.size
      if (this.fromAliases > MOST_NODES_FROM_ALIASES) this.fail(start, 'its aliases stand for too much')
      this.place(found.value, found.size, start, '')
    }
  }

  private fail(at: number, reason: string): void {
    YAMLException.throwAt(this.source, at, reason)
  }

  private close(): void {
    const frame = this.stack.pop()
    if (frame === undefined) this.inDocument = false
    else this.place(frame.value, frame.size, 0, frame.anchor)
  }

  private place(value: YamlValue, size: number, at: number, anchor: string): void {
    if (anchor !== '') this.anchors.set(anchor, { value, size })
    const frame = this.stack.at(-1)
    if (frame === undefined) {
      if (this.inDocument) this.documents.push(value)
      return
    }
    frame.size += size
    if (Array.isArray(frame.value)) frame.value.push(value)
    else if (frame.key === undefined) frame.key = keyText(value)
    else this.addPair(frame, frame.value, value, at)
  }

  private addPair(frame: Frame, map: YamlMap, value: YamlValue, at: number): void {
    const key = frame.key ?? ''
    frame.key = undefined
    if (key === '<<' && isMerge(value)) {
      for (const [name, inherited] of inheritedOf(value)) if (!map.has(name)) map.set(name, inherited)
      return
    }
    if (map.has(key)) this.duplicates.push({ key, at: this.base + Math.max(at, 0) })
    map.set(key, value)
  }
}

function anchorOf(text: string, { anchorStart, anchorEnd }: { anchorStart: number; anchorEnd: number }): string {
  return anchorStart < 0 ? '' : text.slice(anchorStart, anchorEnd)
}

/** Keys are text in everything that comes after. */
function keyText(value: YamlValue): string {
  if (typeof value === 'string') return value
  if (value instanceof YamlWord) {
    return typeof value.meaning === 'object' ? value.meaning.text : String(value.meaning)
  }
  return value === null ? 'null' : JSON.stringify(value instanceof Map ? [...value.keys()] : value)
}

function isMerge(value: YamlValue): value is YamlMap | YamlMap[] {
  return value instanceof Map || (Array.isArray(value) && value.every((item) => item instanceof Map))
}

function inheritedOf(value: YamlMap | YamlMap[]): (readonly [string, YamlValue])[] {
  return (value instanceof Map ? [value] : value).flatMap((map) => [...map])
}

/** The line of a position, counted only when somebody asks. */
function lineFinder(text: string): (at: number) => number {
  let starts: number[] | undefined
  return (at) => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((starts[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
