import { useSyncExternalStore } from 'react'
import type { TimeRange } from '../../src-main/domain/timeline/timeline'

let present: TimeRange | null = null
const listeners = new Set<() => void>()

/** Publishes which stretch of time the list shows, for its mark above; it moves with every turn of the wheel. */
export function showWindow(window: TimeRange | null): void {
  if (present?.from === window?.from && present?.to === window?.to) return
  present = window
  for (const told of listeners) told()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The stretch of time that the list shows now; null without events. */
export function useListWindow(): TimeRange | null {
  return useSyncExternalStore(subscribe, () => present)
}
