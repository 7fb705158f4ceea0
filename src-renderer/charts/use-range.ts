import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import type { TimeRange } from '../../src-main/domain/timeline/timeline'
import { useNow } from '../parts/clock'
import type { Place } from '../shell/place'
import { offerRange } from './range-target'
import { drawnRange, rangeOfSpan, type Span, scaled, shifted } from './spans'

export interface RangeState {
  readonly range: TimeRange
  /** The named span; null for a range of its own. */
  readonly span: Span | null
  readonly choose: (span: Span) => void
  /** A range drawn or typed; the former one is one step back. */
  readonly zoom: (range: TimeRange) => void
  readonly shift: (shares: number) => void
  readonly scale: (factor: number) => void
  readonly back: () => void
}

/** The one range of charts and logs, kept in the address: views share it, and going back brings the former one back. */
export function useRange(extent: TimeRange | null, initial: Span = '30d'): RangeState {
  const { span, from, to }: Place = useSearch({ strict: false })
  const navigate = useNavigate()
  const { history } = useRouter()
  const now = useNow()
  const own = from !== undefined && (to === undefined || to > from)
  const named = span ?? initial
  // Without an end the range is open towards the present.
  const { from: begin, to: end } = own
    ? { from, to: to ?? rangeOfSpan('24h', now, null).to }
    : rangeOfSpan(named, now, extent)
  const state = useMemo((): RangeState => {
    const range = { from: begin, to: end }
    const go = (part: Pick<Place, 'span' | 'from' | 'to'>) =>
      void navigate({ to: '.', search: (place: Place) => ({ ...place, ...part }) })
    const zoom = (next: TimeRange) => go({ ...drawnRange(next), span: undefined })
    return {
      range,
      span: own ? null : named,
      choose: (next) => go({ span: next, from: undefined, to: undefined }),
      zoom,
      shift: (shares) => zoom(shifted(range, shares)),
      scale: (factor) => zoom(scaled(range, factor)),
      back: () => history.back(),
    }
  }, [begin, end, own, named, navigate, history])
  useEffect(() => offerRange(state), [state])
  return state
}
