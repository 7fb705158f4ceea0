import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let isOpen = false

/** Opens or closes the list of jobs, which the status line and the palette share. */
export function showJobs(open: boolean): void {
  isOpen = open
  for (const told of listeners) told()
}

export function useJobsOpen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isOpen,
  )
}
