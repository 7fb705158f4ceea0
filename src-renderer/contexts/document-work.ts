import { diffWordsWithSpace } from 'diff'
import { type JsonDifference, jsonDifferences } from '../../src-main/domain/json-difference'
import { JsonSyntaxError, type JsonValue, parseJson } from '../../src-main/domain/json-document'
import { type Collision, mergeJson, type Side } from '../../src-main/domain/json-merge'
import { placeOf, type TextPlace } from '../../src-main/domain/json-place'
import { lineJson, prettyJson, utf8Length } from '../../src-main/domain/json-text'
import type { ShownDocument } from './json-document-rows'
import { scanNodes } from './json-nodes'

/** Everything that takes longer than a frame on a document of megabytes: done by the worker, called by tests. */

/** What is wrong with a text, and where. */
export interface Problem extends TextPlace {
  readonly sentence: string
  readonly position: number
}

/** A text as a document to look at; when it is none, as it stands, with what is wrong with it. */
export interface ReadText {
  readonly shown: ShownDocument
  readonly problem: Problem | null
}

export function readText(text: string): ReadText {
  const { value, problem } = parsed(text)
  const pretty = value === undefined ? text : prettyJson(value)
  const nodes = scanNodes(value === undefined ? '' : pretty)
  return { shown: { text: pretty, nodes, ...linesOf(pretty) }, problem }
}

/** Where lines begin, and how long the longest is. */
export function linesOf(text: string): { readonly lines: Int32Array; readonly longest: number } {
  const starts = [0]
  let longest = 0
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
    longest = Math.max(longest, end - (starts.at(-1) ?? 0))
    starts.push(end + 1)
  }
  return { lines: Int32Array.from(starts), longest: Math.max(longest, text.length - (starts.at(-1) ?? 0)) }
}

/** Whether a typed text can be saved: a JSON object, and how big it would be. */
export interface Checked {
  readonly problem: Problem | null
  readonly sizeKb: number
}

export function checkText(text: string, { asContext }: { readonly asContext: boolean }): Checked {
  const { value, problem } = parsed(text)
  if (value === undefined) return { problem, sizeKb: 0 }
  const sizeKb = Math.round((utf8Length(lineJson(value)) / 1024) * 100) / 100
  if (!asContext || value instanceof Map) return { problem: null, sizeKb }
  return { problem: { sentence: 'A context is an object: it begins with {', position: 0, line: 1, column: 1 }, sizeKb }
}

/** One place where two versions differ, in words that can be shown; null on the side that has nothing there. */
export interface ShownDifference {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
  /** Of two texts, what stayed and what not, word by word. */
  readonly words: readonly WordRun[] | null
}

export interface WordRun {
  readonly text: string
  readonly side: 'both' | 'before' | 'after'
}

export interface Compared {
  /** The sections of the document that differ, in its order. */
  readonly sections: readonly {
    readonly name: string
    readonly differences: readonly ShownDifference[]
    readonly total: number
  }[]
  readonly total: number
}

const MOST_OF_A_SECTION = 400
const LONGEST_VALUE = 4_000

/** What changed from one text to another, by section; text that is no JSON is compared as one piece. */
export function compareTexts(before: string, after: string): Compared {
  const found = jsonDifferences(parsed(before).value ?? before, parsed(after).value ?? after)
  const sections = new Map<string, JsonDifference[]>()
  for (const difference of found) {
    const name = sectionOf(difference.path)
    const known = sections.get(name)
    if (known === undefined) sections.set(name, [difference])
    else known.push(difference)
  }
  return {
    sections: [...sections].map(([name, differences]) => ({
      name,
      total: differences.length,
      differences: differences.slice(0, MOST_OF_A_SECTION).map(shownDifference),
    })),
    total: found.length,
  }
}

/** The first step of a path. */
function sectionOf(path: string): string {
  const quoted = /^\["(?:[^"\\]|\\.)*"\]/.exec(path)?.[0]
  return quoted ?? /^[^.[]*/.exec(path)?.[0] ?? ''
}

function shownDifference({ path, before, after }: JsonDifference): ShownDifference {
  return { path, before: shownValue(before), after: shownValue(after), words: wordsOf(before, after) }
}

const LONGEST_IN_WORDS = 2_000

function wordsOf(before: JsonValue | undefined, after: JsonValue | undefined): WordRun[] | null {
  if (typeof before !== 'string' || typeof after !== 'string') return null
  if (before.length + after.length > LONGEST_IN_WORDS) return null
  const runs = diffWordsWithSpace(before, after).map(
    ({ value, added, removed }): WordRun => ({ text: value, side: added ? 'after' : removed ? 'before' : 'both' }),
  )
  return runs.some(({ side }) => side === 'both') ? runs : null
}

/** A text without quotes, an object of plain values in one line, anything else indented. */
function shownValue(value: JsonValue | undefined): string | null {
  if (value === undefined) return null
  const text = typeof value === 'string' ? value : (flatObject(value) ?? prettyJson(value))
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}

function flatObject(value: JsonValue): string | null {
  if (!(value instanceof Map) || value.size === 0) return null
  const pairs = [...value].map(([key, item]) => {
    if (item instanceof Map || Array.isArray(item)) return null
    return `${key}: ${typeof item === 'string' ? item : prettyJson(item)}`
  })
  return pairs.includes(null) ? null : pairs.join(' · ')
}

export interface MergeOrder {
  readonly base: string
  readonly mine: string
  readonly theirs: string
  readonly choices: readonly (readonly [path: string, side: Side])[]
}

export interface ShownCollision {
  readonly path: string
  readonly base: string | null
  readonly mine: string | null
  readonly theirs: string | null
}

export interface MergedText {
  /** The joined document; null when one of the versions is no JSON. */
  readonly text: string | null
  readonly collisions: readonly ShownCollision[]
  /** What the others changed meanwhile, wherever it is. */
  readonly theirChanges: number
}

/** Joins what was typed with what others wrote meanwhile. */
export function mergeTexts({ base, mine, theirs, choices }: MergeOrder): MergedText {
  const [from, ours, others] = [parsed(base).value, parsed(mine).value, parsed(theirs).value]
  if (from === undefined || ours === undefined || others === undefined) {
    return { text: null, collisions: [], theirChanges: 0 }
  }
  const { value, collisions } = mergeJson({ base: from, mine: ours, theirs: others }, new Map(choices))
  return {
    text: value === undefined ? null : prettyJson(value),
    collisions: collisions.map(shownCollision),
    theirChanges: jsonDifferences(from, others).length,
  }
}

function shownCollision({ path, base, mine, theirs }: Collision): ShownCollision {
  return { path, base: shownValue(base), mine: shownValue(mine), theirs: shownValue(theirs) }
}

export type Steps = readonly (string | number)[]

/** The document with another value in one place; null when either is no JSON, or the place is gone. */
export function withValueAt(text: string, steps: Steps, value: string): string | null {
  const [document, made] = [parsed(text).value, parsed(value).value]
  if (document === undefined || made === undefined) return null
  const [last, ...way] = [...steps].reverse()
  if (last === undefined) return prettyJson(made)
  const holder = way.reverse().reduce<JsonValue | undefined>(child, document)
  if (child(holder, last) === undefined) return null
  if (holder instanceof Map) holder.set(String(last), made)
  else if (Array.isArray(holder)) holder[Number(last)] = made
  return prettyJson(document)
}

function child(holder: JsonValue | undefined, step: string | number): JsonValue | undefined {
  if (holder instanceof Map) return holder.get(String(step))
  return Array.isArray(holder) ? holder[Number(step)] : undefined
}

const MOST_MATCHES = 20_000

/** Where a text occurs in a document, whatever its case; escapes of JSON are looked through. */
export function findIn(text: string, words: string): Int32Array {
  const wanted = JSON.stringify(words).slice(1, -1)
  if (wanted.trim() === '') return new Int32Array()
  const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu')
  const found: number[] = []
  for (const match of text.matchAll(pattern)) {
    found.push(match.index)
    if (found.length >= MOST_MATCHES) break
  }
  return Int32Array.from(found)
}

function parsed(text: string): { readonly value: JsonValue | undefined; readonly problem: Problem | null } {
  try {
    return { value: text.trim() === '' ? new Map() : parseJson(text), problem: null }
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    const { position, problem } = error
    return { value: undefined, problem: { sentence: problem, position, ...placeOf(text, position) } }
  }
}
