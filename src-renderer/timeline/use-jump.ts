import { useCallback, useState } from 'react'
import type { TimelineFilter } from '../../src-main/domain/timeline/timeline'

/** Where the list begins: at the newest event until one jumps; another filter begins at its newest again. */
export function useJump(filter: TimelineFilter) {
  const [place, setPlace] = useState<{ readonly filter: TimelineFilter; readonly at: number } | null>(null)
  const jump = useCallback((at: number | null) => setPlace(at === null ? null : { filter, at }), [filter])
  return { from: place?.filter === filter ? place.at : null, jump }
}

/** Another number each time there are fewer events than before: then the log is another one. */
export function useGeneration(total: number): number {
  const [seen, setSeen] = useState({ total, generation: 0 })
  if (seen.total === total) return seen.generation
  const generation = seen.generation + (total < seen.total ? 1 : 0)
  setSeen({ total, generation })
  return generation
}
