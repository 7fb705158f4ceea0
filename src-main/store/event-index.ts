import { type EventTimes, NO_EVENT_TIMES } from '../domain/mission-times'
import { eventDeed } from '../domain/stored-event'
import { readTime, type StoredTime } from '../domain/stored-time'
import { type EventKey, readEventKeys, readNewestEventId } from './read-events'
import type { Store } from './store'

const BATCH = 2_000

/**
 * What the event log says about each mission, kept in memory: most stores have no index on mission, and asking the log
 * itself would read all of it. Fed newest first in short statements with a turn of the event loop between them.
 */
export interface EventIndex {
  /** False while older events are still being read; answers then cover the newer ones. */
  readonly complete: boolean
  /** Moves whenever answers may have changed. */
  readonly revision: number
  /** Resolves when all events are in, or when the store was closed first. */
  whenComplete(): Promise<void>
  /** Takes in what was appended since; cheap, called before every answer. */
  catchUp(): void
  timesOf(mission: string): EventTimes
  /** Who started a mission last, else who logged something last. */
  agentOf(mission: string): string | null
  timesBlocked(mission: string): number
  /** The ids of a mission's events, newest first. */
  idsOf(mission: string): readonly number[]
}

interface Entry {
  readonly older: number[]
  readonly newer: number[]
  times: EventTimes
  timesBlocked: number
  lastAgent: { readonly id: number; readonly name: string } | null
  lastStarter: { readonly id: number; readonly name: string } | null
}

export function createEventIndex(store: Store): EventIndex {
  let entries = new Map<string, Entry>()
  let newest = 0
  let oldest = 0
  let state: 'idle' | 'feeding' | 'complete' = 'idle'
  let feeding = Promise.resolve()
  let revision = 0

  function start(): void {
    entries = new Map()
    newest = store.read(readNewestEventId)
    oldest = newest + 1
    state = 'feeding'
    feeding = feed()
  }
  /** Reads one batch of older events; false when there are none left. */
  function older(): boolean {
    const keys = store.read((reader) => readEventKeys(reader, 'older', oldest, BATCH))
    for (const key of keys) take(entries, key, 'older')
    oldest = keys.at(-1)?.id ?? oldest
    revision += 1
    return keys.length === BATCH
  }
  async function feed(): Promise<void> {
    const mine = entries
    const inCharge = () => state === 'feeding' && mine === entries
    try {
      // The first batch is read at once, so that a short log is complete before the first answer.
      while (inCharge() && older()) await turn()
      if (inCharge()) state = 'complete'
    } catch {
      // Closed or busy: the next catchUp starts again, and until then answers cover what was read.
      if (inCharge()) state = 'idle'
    }
  }
  function catchUp(): void {
    const last = store.read(readNewestEventId)
    if (state === 'idle' || last < newest) start()
    while (newest < last) {
      const keys = store.read((reader) => readEventKeys(reader, 'newer', newest, BATCH))
      for (const key of keys) take(entries, key, 'newer')
      newest = keys.at(-1)?.id ?? last
      revision += 1
    }
  }
  return {
    get complete() {
      return state === 'complete'
    },
    get revision() {
      return revision
    },
    whenComplete: async () => {
      while (state === 'feeding') await feeding
    },
    catchUp,
    timesOf: (mission) => entries.get(mission)?.times ?? NO_EVENT_TIMES,
    agentOf: (mission) => {
      const entry = entries.get(mission)
      return entry?.lastStarter?.name ?? entry?.lastAgent?.name ?? null
    },
    timesBlocked: (mission) => entries.get(mission)?.timesBlocked ?? 0,
    idsOf: (mission) => {
      const entry = entries.get(mission)
      return entry === undefined ? [] : [...entry.newer.toReversed(), ...entry.older]
    },
  }
}

function take(entries: Map<string, Entry>, key: EventKey, side: 'older' | 'newer'): void {
  if (key.mission === null) return
  const entry = entries.get(key.mission) ?? newEntry()
  entries.set(key.mission, entry)
  entry[side].push(key.id)
  const deed = eventDeed(key.action)
  const time = readTime(key.ts)
  const { firstStart, lastBlock, lastComplete, last } = entry.times
  entry.times = {
    firstStart: deed === 'start' ? earlier(firstStart, time) : firstStart,
    lastBlock: deed === 'block' ? later(lastBlock, time) : lastBlock,
    lastComplete: deed === 'complete' ? later(lastComplete, time) : lastComplete,
    last: later(last, time),
  }
  if (deed === 'block') entry.timesBlocked += 1
  if (key.agent === null || key.agent === '') return
  const said = { id: key.id, name: key.agent }
  if ((entry.lastAgent?.id ?? 0) < key.id) entry.lastAgent = said
  if (deed === 'start' && (entry.lastStarter?.id ?? 0) < key.id) entry.lastStarter = said
}

function newEntry(): Entry {
  return { older: [], newer: [], times: NO_EVENT_TIMES, timesBlocked: 0, lastAgent: null, lastStarter: null }
}

function earlier(known: StoredTime, time: StoredTime): StoredTime {
  return known.at === null || (time.at !== null && time.at < known.at) ? (time.raw === null ? known : time) : known
}

function later(known: StoredTime, time: StoredTime): StoredTime {
  return known.at === null || (time.at !== null && time.at > known.at) ? (time.raw === null ? known : time) : known
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
