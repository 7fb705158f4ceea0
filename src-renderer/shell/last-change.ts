import { useSyncExternalStore } from 'react'
import type { Change } from '../../src-main/contract/topics'

export interface LastChange {
  readonly at: number
  readonly origin: Change['origin']
}

let last: LastChange | null = null

function subscribe(listener: () => void): () => void {
  return window.cmos.onChange((change) => {
    if (!change.topics.includes('missions')) return
    last = { at: Date.now(), origin: change.origin }
    listener()
  })
}

/** When missions last changed while this window was open, and whether this window did it. */
export function useLastChange(): LastChange | null {
  return useSyncExternalStore(subscribe, () => last)
}
