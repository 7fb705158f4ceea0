import { useSyncExternalStore } from 'react'

/** What may be open over any view, and without a workspace too: at most one. */
export type Overlay = 'palette' | 'shortcuts' | 'newWorkspace'

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
