import type { JsonValue } from './json-document'
import { canonicalJson } from './json-text'

/** A place where two JSON values differ; undefined on the side that has nothing there. */
export interface JsonDifference {
  readonly path: string
  readonly before: JsonValue | undefined
  readonly after: JsonValue | undefined
}

/** Lists longer than this, multiplied, are compared place by place. */
const MOST_CELLS = 1_000_000

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
      compare(before.get(key), after.get(key), path + step(key, path), found)
    }
  } else if (Array.isArray(before) && Array.isArray(after)) {
    compareLists(before, after, path, found)
  } else if (before === undefined || after === undefined || canonicalJson(before) !== canonicalJson(after)) {
    found.push({ path, before, after })
  }
}

function step(key: string, path: string): string {
  if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key)) return `[${JSON.stringify(key)}]`
  return path === '' ? key : `.${key}`
}

/** Between two kept items, what went and what came is paired in order; the rest only went or only came. */
function compareLists(before: JsonValue[], after: JsonValue[], path: string, found: JsonDifference[]): void {
  const kept = commonItems(before.map(canonicalJson), after.map(canonicalJson))
  let left = 0
  let right = 0
  for (const [nextLeft, nextRight] of [...kept, [before.length, after.length] as const]) {
    const gone = nextLeft - left
    const come = nextRight - right
    for (let at = 0; at < Math.max(gone, come); at += 1) {
      const index = at < come ? right + at : left + at
      const [old, young] = [at < gone ? before[left + at] : undefined, at < come ? after[right + at] : undefined]
      compare(old, young, `${path}[${index}]`, found)
    }
    left = nextLeft + 1
    right = nextRight + 1
  }
}

type Pair = readonly [left: number, right: number]

function commonItems(left: readonly string[], right: readonly string[]): Pair[] {
  const shorter = Math.min(left.length, right.length)
  let head = 0
  while (head < shorter && left[head] === right[head]) head += 1
  let tail = 0
  while (tail < shorter - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1
  const middle = longest(left.slice(head, left.length - tail), right.slice(head, right.length - tail))
  return [
    ...Array.from({ length: head }, (_, at): Pair => [at, at]),
    ...middle.map(([one, other]): Pair => [one + head, other + head]),
    ...Array.from({ length: tail }, (_, at): Pair => [left.length - tail + at, right.length - tail + at]),
  ]
}

/** The longest common subsequence of two lists. */
function longest(left: readonly string[], right: readonly string[]): Pair[] {
  if (left.length * right.length > MOST_CELLS) return []
  const width = right.length + 1
  const best = new Uint32Array((left.length + 1) * width)
  const at = (one: number, other: number) => best[one * width + other] ?? 0
  for (let one = left.length - 1; one >= 0; one -= 1) {
    for (let other = right.length - 1; other >= 0; other -= 1) {
      best[one * width + other] =
        left[one] === right[other] ? at(one + 1, other + 1) + 1 : Math.max(at(one + 1, other), at(one, other + 1))
    }
  }
  const pairs: Pair[] = []
  for (let one = 0, other = 0; one < left.length && other < right.length; ) {
    if (left[one] === right[other]) pairs.push([one++, other++])
    else if (at(one + 1, other) >= at(one, other + 1)) one += 1
    else other += 1
  }
  return pairs
}
