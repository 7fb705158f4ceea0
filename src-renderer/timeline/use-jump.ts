import { useCallback, useState } from 'react'
import type { TimelineFilter } from '../../src-main/domain/timeline/timeline'

/** Where the list begins: at the newest event, or at the newest one at or before an instant. */
export interface ListStart {
  readonly at: number | null
  /** Another number each time one goes there, so that the same place may be loaded anew. */
  readonly turn: number
}

const NEWEST: ListStart = { at: null, turn: 0 }

/** Where the list begins, and how to begin elsewhere; another filter begins at its newest event again. */
export function useJump(filter: TimelineFilter) {
  const [place, setPlace] = useState({ filter, start: NEWEST })
  const jump = useCallback(
    (at: number | null) => setPlace(({ start }) => ({ filter, start: { at, turn: start.turn + 1 } })),
    [filter],
  )
  return { from: place.filter === filter ? place.start : NEWEST, jump }
}

/** Another number each time there are fewer events than before: then the log is another one. */
export function useGeneration(total: number): number {
  const [seen, setSeen] = useState({ total, generation: 0 })
  if (seen.total === total) return seen.generation
  const generation = seen.generation + (total < seen.total ? 1 : 0)
  setSeen({ total, generation })
  return generation
}
