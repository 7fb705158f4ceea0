import type { SinceLeft } from '../domain/now-signals'
import { eventDeed } from '../domain/stored-event'
import { readEventKeys } from './read-events'
import type { Reads } from './reads'

/** More than these would only say that much happened. */
const MOST = 2_000
const NAMED = 5

/** What was logged after an event, grouped by what it did. */
export function readSince(
  { store }: Reads,
  mark: { readonly event: number; readonly at: number },
): NonNullable<SinceLeft> {
  const found = store.read((reader) => readEventKeys(reader, 'newer', mark.event, MOST + 1))
  const looked = found.slice(0, MOST)
  const group = (deed: ReturnType<typeof eventDeed>) => {
    const done = looked.filter(({ action }) => eventDeed(action) === deed)
    const missions = new Set(done.flatMap(({ mission }) => (mission === null ? [] : [mission])))
    return { count: missions.size, missions: [...missions].slice(0, NAMED) }
  }
  return {
    at: mark.at,
    completed: group('complete'),
    blocked: group('block'),
    started: group('start'),
    events: looked.length,
    more: found.length > MOST,
  }
}
