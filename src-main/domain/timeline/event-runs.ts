import { eventDeed } from '../stored-event'

/** Which run an event belongs to: the id of its first event, and its place in it. */
export interface RunPlace {
  readonly run: number
  readonly place: 'start' | 'middle' | 'end'
}

/**
 * Follows the log in order and says for each event which run of its mission it belongs to: a start opens a run, the next
 * completion or block ends it, another start begins a new one. `open` holds the open run of each mission and is changed.
 */
export function placeInRun(
  open: Map<string, number>,
  { id, mission, action }: { readonly id: number; readonly mission: string | null; readonly action: string | null },
): RunPlace | null {
  if (mission === null) return null
  const deed = eventDeed(action)
  if (deed === 'start') {
    open.set(mission, id)
    return { run: id, place: 'start' }
  }
  const run = open.get(mission)
  if (run === undefined) return null
  if (deed === null) return { run, place: 'middle' }
  open.delete(mission)
  return { run, place: 'end' }
}
