import type { Change } from '../contract/topics'

export interface ChangeFeed {
  announce(change: Change): void
  onChange(listener: (change: Change) => void): () => void
}

/** Tells listeners of changes; one that fails keeps nothing from the others, and undoes nothing that was committed. */
export function changeFeed(onFailure: (error: unknown) => void): ChangeFeed {
  const listeners = new Set<(change: Change) => void>()
  return {
    announce: (change) => {
      for (const listener of [...listeners]) {
        try {
          listener(change)
        } catch (error) {
          onFailure(error)
        }
      }
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
