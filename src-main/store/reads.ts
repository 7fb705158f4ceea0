import type { MissionSurroundings } from '../domain/card-of-mission'
import { type Backlog, createBacklogReader } from './backlog'
import { createEventIndex, type EventIndex } from './event-index'
import type { Store } from './store'
import { atOnce, inTurns, type Strides } from './strides'

/** What every query on an open store starts from. */
export interface Reads {
  readonly store: Store
  readonly events: EventIndex
  backlog(): Backlog
  /** The backlog and the event index at one moment, as the rules of the domain want them. */
  surroundings(now: number): Surroundings
  /** These readers on the backlog of this moment, which was read without holding the process up. */
  upToDate(): Promise<Reads>
}

export interface Surroundings extends MissionSurroundings {
  readonly store: Store
  readonly backlog: Backlog
  readonly events: EventIndex
}

const known = new WeakMap<Store, Reads>()

/** The readers of a store; the first call starts reading its event log. */
export function readsOf(store: Store): Reads {
  const reads = known.get(store) ?? createReads(store)
  known.set(store, reads)
  return reads
}

function createReads(store: Store): Reads {
  const reader = createBacklogReader(store)
  const events = createEventIndex(store)
  const on = (backlog: () => Backlog): Reads => ({
    store,
    events,
    backlog,
    surroundings: (now) => {
      const read = backlog()
      events.catchUp()
      return {
        store,
        now,
        backlog: read,
        events,
        graph: read.graph,
        statusOf: read.statusOf,
        eventTimes: events.timesOf,
        agentOf: events.agentOf,
      }
    },
    upToDate: async () => {
      const read = await reader.inTurns()
      return on(() => read)
    },
  })
  return on(reader.now)
}

/** What is worked out of a reading at once, or before it is needed, with turns in between. */
export interface PerReading<T> {
  (around: Surroundings, key?: string): T
  /** Does the work in turns, so that asking for it afterwards costs nothing. */
  inTurns(around: Surroundings, key?: string): Promise<T>
}

const REMEMBERED = 8

/** Keeps what was worked out of one reading until the backlog or the event index moves on: the last few keys of it. */
export function oncePerReading<T>(work: (around: Surroundings, key: string) => Strides<T>): PerReading<T> {
  const known = new WeakMap<Backlog, Map<string, T>>()
  const under = new WeakMap<Backlog, Map<string, Promise<T>>>()
  const find = (around: Surroundings, name: string): T | undefined => {
    const values = known.get(around.backlog)
    const found = values?.get(name)
    if (values && found !== undefined) keepLast(values, name, found)
    return found
  }
  const keep = (around: Surroundings, name: string, value: T): T => {
    const values = known.get(around.backlog) ?? new Map<string, T>()
    known.set(around.backlog, values)
    keepLast(values, name, value)
    return value
  }
  const nameOf = (around: Surroundings, key: string) => JSON.stringify([around.events.revision, key])
  const now = (around: Surroundings, key = '') => {
    const name = nameOf(around, key)
    return find(around, name) ?? keep(around, name, atOnce(work(around, key)))
  }
  const inTurnsOnce = async (around: Surroundings, key = ''): Promise<T> => {
    const name = nameOf(around, key)
    const found = find(around, name)
    if (found !== undefined) return found
    const working = under.get(around.backlog) ?? new Map<string, Promise<T>>()
    under.set(around.backlog, working)
    const begun = working.get(name) ?? inTurns(work(around, key)).finally(() => working.delete(name))
    working.set(name, begun)
    return keep(around, name, await begun)
  }
  return Object.assign(now, { inTurns: inTurnsOnce })
}

function keepLast<T>(values: Map<string, T>, name: string, value: T): void {
  values.delete(name)
  values.set(name, value)
  for (const oldest of values.keys()) {
    if (values.size <= REMEMBERED) break
    values.delete(oldest)
  }
}

/** Cuts a long list into parts that take a few milliseconds each, with a chance to set the work aside after each. */
export function* inParts<T>(items: readonly T[], each: (item: T) => void, size = 1_000): Strides<void> {
  for (let from = 0; from < items.length; from += size) {
    for (const item of items.slice(from, from + size)) each(item)
    yield
  }
}
