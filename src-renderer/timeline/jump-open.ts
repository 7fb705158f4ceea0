import { useSyncExternalStore } from 'react'

let open = false
const listeners = new Set<() => void>()

function set(next: boolean): void {
  open = next
  for (const told of listeners) told()
}

/** Asks for a date to jump to; the timeline shows the dialog as soon as it is on screen. */
export function showJump(): void {
  set(true)
}

export function closeJump(): void {
  set(false)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useJumpOpen(): boolean {
  return useSyncExternalStore(subscribe, () => open)
}
