import { diffArrays } from 'diff'
import type { JsonValue } from './json-document'
import { pathTo } from './json-path'
import { canonicalJson } from './json-text'

/** A place where two JSON values differ; undefined on the side that has nothing there. */
export interface JsonDifference {
  readonly path: string
  readonly before: JsonValue | undefined
  readonly after: JsonValue | undefined
}

/** Lists that would need more edits than this are compared place by place. */
const MOST_EDITS = 2_500

/**
 * The smallest places where two values differ, in document order, as paths such as `working_memory.blocked[2]`. An item
 * that only moved because others came or went before it is no difference.
 */
export function jsonDifferences(before: JsonValue, after: JsonValue): JsonDifference[] {
  const found: JsonDifference[] = []
  compare(before, after, '', found)
  return found
}

function compare(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: string,
  found: JsonDifference[],
): void {
  if (before instanceof Map && after instanceof Map) {
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      compare(before.get(key), after.get(key), pathTo(path, key), found)
    }
  } else if (Array.isArray(before) && Array.isArray(after)) {
    compareLists(before, after, path, found)
  } else if (!sameJson(before, after)) {
    found.push({ path, before, after })
  }
}

/** True when two values are the same content, whatever the order of their keys; nothing is only like nothing. */
export function sameJson(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true
  if (left === undefined || right === undefined) return false
  return canonicalJson(left) === canonicalJson(right)
}

/** Between two kept items, what went and what came is paired in order; the rest only went or only came. */
function compareLists(before: JsonValue[], after: JsonValue[], path: string, found: JsonDifference[]): void {
  let left = 0
  let right = 0
  for (const [nextLeft, nextRight] of [...keptItems(before, after), [before.length, after.length] as const]) {
    const gone = nextLeft - left
    const come = nextRight - right
    for (let at = 0; at < Math.max(gone, come); at += 1) {
      const index = at < come ? right + at : left + at
      const [old, young] = [at < gone ? before[left + at] : undefined, at < come ? after[right + at] : undefined]
      compare(old, young, pathTo(path, index), found)
    }
    left = nextLeft + 1
    right = nextRight + 1
  }
}

/** The places, in both lists, of the items that stayed. */
export type KeptItem = readonly [left: number, right: number]

/** Which items of a list are in the other one too, in the same order. */
export function keptItems(before: readonly JsonValue[], after: readonly JsonValue[]): KeptItem[] {
  const runs = diffArrays(before.map(canonicalJson), after.map(canonicalJson), { maxEditLength: MOST_EDITS }) ?? []
  const kept: KeptItem[] = []
  let left = 0
  let right = 0
  for (const { added, removed, count } of runs) {
    if (!added && !removed) {
      for (let at = 0; at < count; at += 1) kept.push([left + at, right + at])
    }
    if (!added) left += count
    if (!removed) right += count
  }
  return kept
}
