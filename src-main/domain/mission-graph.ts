import type { Precedence } from './dependency-direction'

/** Answers about who waits for whom, for one reading of the store. Ids may name missions that no longer exist. */
export interface MissionGraph {
  /** Unfinished missions that must be completed directly before this one. */
  waitsFor(id: string): readonly string[]
  /** How many unfinished missions wait for this one, directly or through others. */
  holds(id: string): number
  /** The unfinished missions that wait for this one, nearest first. */
  heldBy(id: string): readonly string[]
  /** True when this mission can never start: it waits for one that is missing, dropped, in a circle, or dead itself. */
  isDead(id: string): boolean
}

/** The status of a mission, or undefined when there is no such mission. */
export type StatusOf = (id: string) => string | undefined

/** Is there nothing left to wait for once a mission has this status? Writers spell completion in two ways. */
export function isFinished(status: string | undefined): boolean {
  return status === 'Completed' || (status !== undefined && /^completed?$/i.test(status))
}

/** What the edges say, whatever state the missions are in: it changes only when an edge does. */
export interface MissionOrder {
  /** The missions that come directly before one. */
  readonly before: ReadonlyMap<string, readonly string[]>
  /** The missions that come directly after one. */
  readonly after: ReadonlyMap<string, readonly string[]>
}

/** Sorts the edges by either end. */
export function missionOrder(edges: readonly Precedence[]): MissionOrder {
  return { before: group(edges, 'after', 'before'), after: group(edges, 'before', 'after') }
}

/** Builds the graph of one moment. */
export function missionGraph({ before, after }: MissionOrder, statusOf: StatusOf): MissionGraph {
  const waits = (id: string) => statusOf(id) !== undefined && !isFinished(statusOf(id)) && !isDropped(statusOf(id))
  const open = (ids: readonly string[]) => ids.filter((id) => !isFinished(statusOf(id)))
  const waitsFor = (id: string) => (waits(id) ? open(before.get(id) ?? []) : [])
  const held = new Map<string, readonly string[]>()
  let alive: ReadonlySet<string> | undefined
  const heldBy = (id: string) => {
    const known = held.get(id) ?? reach(id, statusOf, after, waits)
    held.set(id, known)
    return known
  }
  return {
    waitsFor,
    heldBy,
    holds: (id) => heldBy(id).length,
    isDead: (id) => {
      if (waitsFor(id).length === 0) return false
      alive ??= missionsThatCanFinish(before, after, waits, open)
      return !alive.has(id)
    },
  }
}

function isDropped(status: string | undefined): boolean {
  return status === 'Dropped'
}

function group(edges: readonly Precedence[], by: 'before' | 'after', take: 'before' | 'after'): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const edge of edges) {
    const known = groups.get(edge[by])
    if (known === undefined) groups.set(edge[by], [edge[take]])
    else if (!known.includes(edge[take])) known.push(edge[take])
  }
  return groups
}

/** Breadth first, so nearest come first; a finished mission passes nothing on. */
function reach(
  id: string,
  statusOf: StatusOf,
  after: ReadonlyMap<string, readonly string[]>,
  waits: (id: string) => boolean,
): readonly string[] {
  if (isFinished(statusOf(id))) return []
  const seen = new Set([id])
  const found: string[] = []
  for (let index = -1; index < found.length; index += 1) {
    const current = index < 0 ? id : (found[index] ?? id)
    for (const next of after.get(current) ?? []) {
      if (seen.has(next) || !waits(next)) continue
      seen.add(next)
      found.push(next)
    }
  }
  return found
}

/** Takes away, again and again, every mission all of whose prerequisites can finish; what remains never can. */
function missionsThatCanFinish(
  before: ReadonlyMap<string, readonly string[]>,
  after: ReadonlyMap<string, readonly string[]>,
  waits: (id: string) => boolean,
  open: (ids: readonly string[]) => readonly string[],
): ReadonlySet<string> {
  const left = new Map<string, number>()
  for (const [id, prerequisites] of before) left.set(id, open(prerequisites).length)
  const ready = [...new Set([...before.keys(), ...after.keys()])].filter((id) => waits(id) && (left.get(id) ?? 0) === 0)
  const alive = new Set(ready)
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    for (const next of after.get(id) ?? []) {
      const count = (left.get(next) ?? 0) - 1
      left.set(next, count)
      if (count > 0 || !waits(next) || alive.has(next)) continue
      alive.add(next)
      ready.push(next)
    }
  }
  return alive
}
