import { prerequisiteIndex, type Unmet, unmetPrerequisites } from '../domain/mission-order'
import { edgesOf, statusesOf } from '../store/mission-rows'
import type { Reader } from '../store/store'
import type { Action } from './action'

const NAMED = 3

/** The missions that should be completed before this one and are not. */
export function prerequisitesOf(reader: Reader, id: string): Unmet[] {
  const edges = edgesOf(reader, [id])
  if (edges.length === 0) return []
  const index = prerequisiteIndex(edges)
  return unmetPrerequisites(id, index, statusesOf(reader, index.get(id) ?? []))
}

/** Stores disagree on the direction of a dependency, so an unmet one is said, never enforced. */
export function warnOfPrerequisites(action: Action, id: string): void {
  const unmet = prerequisitesOf(action.tx, id)
  if (unmet.length > 0) action.warn(`Mission ${id} should wait for ${named(unmet)}.`)
}

/** Names the first few missions with their status, and how many more there are. */
export function named(missions: readonly Unmet[]): string {
  const shown = missions.slice(0, NAMED).map(({ id, status }) => `${id} (${status})`)
  const hidden = missions.length - shown.length
  return hidden > 0 ? `${shown.join(', ')} and ${hidden} more` : shown.join(', ')
}
