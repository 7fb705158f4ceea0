import type { MissionSurroundings } from '../domain/card-of-mission'
import { type Backlog, createBacklogReader } from './backlog'
import { createEventIndex, type EventIndex } from './event-index'
import type { Store } from './store'

/** What every query on an open store starts from. */
export interface Reads {
  readonly store: Store
  readonly events: EventIndex
  backlog(): Backlog
  /** The backlog and the event index at one moment, as the rules of the domain want them. */
  surroundings(now: number): Surroundings
}

export interface Surroundings extends MissionSurroundings {
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
  const backlog = createBacklogReader(store)
  const events = createEventIndex(store)
  return {
    store,
    events,
    backlog,
    surroundings: (now) => {
      const read = backlog()
      events.catchUp()
      return {
        now,
        backlog: read,
        events,
        graph: read.graph,
        statusOf: read.statusOf,
        eventTimes: events.timesOf,
        agentOf: events.agentOf,
      }
    },
  }
}

/** Keeps what was worked out of one reading until the backlog or the event index moves on. */
export function oncePerReading<T>(work: (around: Surroundings) => T): (around: Surroundings) => T {
  const known = new WeakMap<Backlog, { readonly revision: number; readonly value: T }>()
  return (around) => {
    const { revision } = around.events
    const found = known.get(around.backlog)
    if (found?.revision === revision) return found.value
    const value = work(around)
    known.set(around.backlog, { revision, value })
    return value
  }
}
