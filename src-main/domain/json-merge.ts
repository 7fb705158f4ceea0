import { keptItems, sameJson } from './json-difference'
import type { JsonValue } from './json-document'
import { pathTo } from './json-path'

/** A place that both sides changed in different ways; undefined where one of them has nothing there. */
export interface Collision {
  readonly path: string
  readonly base: JsonValue | undefined
  readonly mine: JsonValue | undefined
  readonly theirs: JsonValue | undefined
}
export type Side = 'mine' | 'theirs'

export interface Merged {
  readonly value: JsonValue | undefined
  /** Every place that both changed, decided or not, in document order. */
  readonly collisions: readonly Collision[]
}

/**
 * Joins two changes of one document: what only one side changed is taken from it, and keys that either added stay. Where
 * both changed the same place in different ways, `choices` decides by path; theirs stands until it does.
 */
export function mergeJson(
  versions: { readonly base: JsonValue; readonly mine: JsonValue; readonly theirs: JsonValue },
  choices: ReadonlyMap<string, Side> = new Map(),
): Merged {
  const collisions: Collision[] = []
  const value = merge(versions, { path: '', choices, collisions })
  return { value, collisions }
}

interface Three {
  readonly base: JsonValue | undefined
  readonly mine: JsonValue | undefined
  readonly theirs: JsonValue | undefined
}
interface Place {
  readonly path: string
  readonly choices: ReadonlyMap<string, Side>
  readonly collisions: Collision[]
}

function merge(three: Three, place: Place): JsonValue | undefined {
  const { base, mine, theirs } = three
  if (sameJson(mine, base)) return theirs
  if (sameJson(theirs, base) || sameJson(mine, theirs)) return mine
  if (mine instanceof Map && theirs instanceof Map && (base instanceof Map || base === undefined)) {
    return mergeObjects({ base: base ?? new Map(), mine, theirs }, place)
  }
  if (Array.isArray(mine) && Array.isArray(theirs) && (Array.isArray(base) || base === undefined)) {
    return mergeLists({ base: base ?? [], mine, theirs }, place)
  }
  return collide(three, place)
}

function collide(three: Three, { path, choices, collisions }: Place): JsonValue | undefined {
  collisions.push({ path, ...three })
  return choices.get(path) === 'mine' ? three.mine : three.theirs
}

/** Keys stand in their order, with those that only we have after them. */
function mergeObjects(
  { base, mine, theirs }: Record<keyof Three, Map<string, JsonValue>>,
  place: Place,
): Map<string, JsonValue> {
  const merged = new Map<string, JsonValue>()
  for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
    const three = { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) }
    const value = merge(three, { ...place, path: pathTo(place.path, key) })
    if (value !== undefined) merged.set(key, value)
  }
  return merged
}

/** Between the items that all three have, each stretch is settled by itself. */
function mergeLists({ base, mine, theirs }: Record<keyof Three, JsonValue[]>, place: Place): JsonValue[] {
  const inMine = new Map(keptItems(base, mine))
  const inTheirs = new Map(keptItems(base, theirs))
  const merged: JsonValue[] = []
  const from = { base: 0, mine: 0, theirs: 0 }
  const settle = (to: typeof from) => {
    const stretch = {
      base: base.slice(from.base, to.base),
      mine: mine.slice(from.mine, to.mine),
      theirs: theirs.slice(from.theirs, to.theirs),
    }
    merged.push(...mergeStretch(stretch, { ...place, from: from.theirs }))
  }
  base.forEach((_item, at) => {
    const [ours, others] = [inMine.get(at), inTheirs.get(at)]
    if (ours === undefined || others === undefined) return
    settle({ base: at, mine: ours, theirs: others })
    const kept = theirs[others]
    if (kept !== undefined) merged.push(kept)
    Object.assign(from, { base: at + 1, mine: ours + 1, theirs: others + 1 })
  })
  settle({ base: base.length, mine: mine.length, theirs: theirs.length })
  return merged
}

/** What both only added stands one after the other, theirs first; what both rewrote is settled item by item. */
function mergeStretch(
  { base, mine, theirs }: Record<keyof Three, JsonValue[]>,
  { from, ...place }: Place & { readonly from: number },
): JsonValue[] {
  if (sameJson(mine, base)) return theirs
  if (sameJson(theirs, base) || sameJson(mine, theirs)) return mine
  if (base.length === 0) return [...theirs, ...mine.filter((item) => !theirs.some((other) => sameJson(item, other)))]
  const joined = besides(base, theirs, mine) ?? besides(base, mine, theirs)
  if (joined !== null) return joined
  if (mine.length === base.length && theirs.length === base.length) {
    return base.flatMap((item, at) => {
      const three = { base: item, mine: mine[at], theirs: theirs[at] }
      const value = merge(three, { ...place, path: pathTo(place.path, from + at) })
      return value === undefined ? [] : [value]
    })
  }
  const value = collide({ base, mine, theirs }, { ...place, path: `${place.path}[${from}…]` })
  return Array.isArray(value) ? value : []
}

/** Where one side only added before or after what the other rewrote, both stand; null where it did not. */
function besides(base: JsonValue[], adding: JsonValue[], rewritten: JsonValue[]): JsonValue[] | null {
  const more = adding.length - base.length
  if (more <= 0) return null
  if (sameJson(adding.slice(0, base.length), base)) return [...rewritten, ...adding.slice(base.length)]
  return sameJson(adding.slice(more), base) ? [...adding.slice(0, more), ...rewritten] : null
}
