import { type FSWatcher, watch } from 'node:fs'
import { dirname } from 'node:path'
import type { Store } from './store'

export interface WatchOptions {
  /** Another program committed, or damaged the store; our own commits never call this. Several may be told as one. */
  readonly onCommit: () => void
  /** The file was removed or replaced; nothing is told after this. */
  readonly onReplaced: () => void
}

const DEBOUNCE = 10
/** A program that commits without a pause is told of ten times a second, so that answering leaves time for the operator. */
const SPACING = 100
const FOLLOW_UP = 200
const SAFETY_POLL = 1_000
const FAST_POLL = 250

/**
 * Tells what other programs do to an open store, within about 10 ms. File events of the FOLDER only say when to look: in WAL
 * mode the database file itself is not written. What counts is SQLite's data_version on our own connection, which moves for
 * every commit but our own, so nothing is missed and nothing of ours comes back. Returns how to stop.
 */
export function watchStore(store: Store, options: WatchOptions): () => void {
  let version = versionOf(store)
  let writable = store.capabilities.writable
  let told = 0
  let stopped = false
  let soon: NodeJS.Timeout | undefined
  let later: NodeJS.Timeout | undefined
  let folder: FSWatcher | undefined
  let poll: NodeJS.Timeout | undefined

  const stop = () => {
    stopped = true
    clearTimeout(soon)
    clearTimeout(later)
    clearInterval(poll)
    folder?.close()
  }
  const look = (unchanged: () => void = () => {}) => {
    if (stopped) return
    if (store.isReplaced()) {
      stop()
      return options.onReplaced()
    }
    const now = versionOf(store)
    // Damage is met by looking: from then on the store is only read, and whoever shows it has to hear of that.
    const sameRights = writable === store.capabilities.writable
    if (sameRights && (now === undefined || now === version)) return unchanged()
    writable = store.capabilities.writable
    version = now
    told = performance.now()
    options.onCommit()
  }
  // Defers, never drops: a look is always still to come after the last event. The bytes of a commit are on disk before it
  // counts, so a look that finds nothing new is followed by one more.
  const lookSoon = () => {
    soon ??= setTimeout(
      () => {
        soon = undefined
        look(() => {
          later ??= setTimeout(() => {
            later = undefined
            look()
          }, FOLLOW_UP)
        })
      },
      Math.max(DEBOUNCE, told + SPACING - performance.now()),
    )
  }
  const pollEvery = (milliseconds: number) => {
    clearInterval(poll)
    poll = setInterval(() => look(), milliseconds)
    poll.unref()
  }
  // A network folder has no events; polling alone then finds the changes.
  const withoutEvents = () => {
    folder?.close()
    folder = undefined
    if (stopped) return
    pollEvery(FAST_POLL)
  }
  pollEvery(SAFETY_POLL)
  try {
    folder = watch(dirname(store.path), { persistent: false }, lookSoon)
    folder.on('error', withoutEvents)
  } catch {
    withoutEvents()
  }
  return stop
}

/** Undefined while another program holds the store: the next event or poll looks again. */
function versionOf(store: Store): number | undefined {
  try {
    return store.dataVersion()
  } catch {
    return undefined
  }
}
