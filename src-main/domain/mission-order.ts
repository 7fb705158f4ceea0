import { type DependencyEdge, precedenceOf } from './dependency-direction'

/** The order in which missions are worked on: what is under way, then what is current, then the queue. */
export const WORK_ORDER = ['In Progress', 'Current', 'Queued'] as const

/** A mission that must be completed first and is not. */
export interface Unmet {
  readonly id: string
  readonly status: string
}

/** For each mission that waits, the missions it waits for, as far as the stored edges tell. */
export function prerequisiteIndex(edges: readonly DependencyEdge[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const edge of edges) {
    const order = precedenceOf(edge)
    if (order === null) continue
    const before = index.get(order.after)
    if (before === undefined) index.set(order.after, [order.before])
    else if (!before.includes(order.before)) before.push(order.before)
  }
  return index
}

/** The missions that come before `id` and are not completed; ids that are no missions do not count. */
export function unmetPrerequisites(
  id: string,
  index: ReadonlyMap<string, readonly string[]>,
  statusOf: ReadonlyMap<string, string>,
): Unmet[] {
  return (index.get(id) ?? []).flatMap((mission) => {
    const status = statusOf.get(mission)
    return status === undefined || status === 'Completed' ? [] : [{ id: mission, status }]
  })
}

/**
 * The circle that a new edge would close, as the path of missions from the first back to itself; null when it closes
 * none. Edges that say nothing about order never close one.
 */
export function circleClosedBy(edge: DependencyEdge, edges: readonly DependencyEdge[]): string[] | null {
  const added = precedenceOf(edge)
  if (added === null) return null
  const next = new Map<string, string[]>()
  for (const other of edges) {
    const order = precedenceOf(other)
    if (order === null) continue
    const followers = next.get(order.before)
    if (followers === undefined) next.set(order.before, [order.after])
    else followers.push(order.after)
  }
  const path = pathBetween(added.after, added.before, next)
  return path === null ? null : [added.before, ...path]
}

function pathBetween(from: string, to: string, next: ReadonlyMap<string, readonly string[]>): string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]])
  const queue = [from]
  for (const id of queue) {
    if (id === to) return traceBack(id, cameFrom)
    for (const neighbour of next.get(id) ?? []) {
      if (cameFrom.has(neighbour)) continue
      cameFrom.set(neighbour, id)
      queue.push(neighbour)
    }
  }
  return null
}

function traceBack(end: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const path: string[] = []
  for (let id: string | null | undefined = end; id !== null && id !== undefined; id = cameFrom.get(id)) path.unshift(id)
  return path
}
