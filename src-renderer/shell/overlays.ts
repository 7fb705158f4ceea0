import { useSyncExternalStore } from 'react'

/** The palette and the list of shortcuts: at most one is open, over any view. */
export type Overlay = 'palette' | 'shortcuts'

const listeners = new Set<() => void>()
let present: Overlay | null = null

export function showOverlay(overlay: Overlay | null): void {
  present = overlay
  for (const told of listeners) told()
}

export function useOverlay(): Overlay | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => present,
  )
}
