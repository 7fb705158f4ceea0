import { useSyncExternalStore } from 'react'

const TICK = 30_000
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const told of listeners) told()
  }, TICK)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

function current(): number {
  // While nobody listens the clock stands, so the first reader after a pause gets the time of day.
  if (timer === undefined) now = Date.now()
  return now
}

/** The present, refreshed twice a minute for everything that shows an age; one timer for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, current)
}
