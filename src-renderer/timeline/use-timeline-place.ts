import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { TimelineFilter, TimeRange } from '../../src-main/domain/timeline/timeline'
import { rangeOfSpan } from '../charts/spans'
import { type RangeState, useRange } from '../charts/use-range'
import type { Place } from '../shell/place'
import { filterOf, type ListName, listPlace, listRange, NO_FILTER, toggled } from './timeline-filter'

/** What the address asks for, and how to ask for something else. */
export interface TimelinePlace {
  /** For the list: it stands still while the clock goes on. */
  readonly filter: TimelineFilter
  /** For pictures: a range that is open towards the present ends about now. */
  readonly drawn: TimelineFilter
  readonly range: RangeState
  /** Replaces the present address: typing is not a journey. */
  setText(text: string): void
  toggle(list: ListName, value: string): void
  clear(): void
}

/** The timeline's part of the address. */
export function useTimelinePlace(extent: TimeRange | null): TimelinePlace {
  const navigate = useNavigate()
  const place: Place = useSearch({ strict: false })
  const { from, to, span = 'all', text, missions, agents, actions, statuses } = place
  const range = useRange(extent, 'all')
  // The router keeps the lists' identity while the address stays, so the filter keeps its own as well.
  const asked = useMemo(
    () => filterOf({ text, missions, agents, actions, statuses }),
    [text, missions, agents, actions, statuses],
  )
  const listed = useMemo((): TimeRange | null => {
    if (from !== undefined && (to === undefined || to > from)) {
      return listRange({ from, to: to ?? 0 }, to === undefined)
    }
    return span === 'all' ? null : listRange(rangeOfSpan(span, Date.now(), null), true)
  }, [from, to, span])
  const filter = useMemo(() => ({ ...asked, range: listed }), [asked, listed])
  const { to: end } = range.range
  return useMemo(() => {
    const go = (part: Place, replace = false) =>
      void navigate({ to: '.', search: (present: Place) => ({ ...present, ...part }), replace })
    const { range: listed } = filter
    const drawn = listed === null ? null : { from: listed.from, to: Math.min(end, listed.to) }
    return {
      filter,
      drawn: { ...filter, range: drawn },
      range,
      setText: (typed) => go({ text: typed.trim() || undefined }, true),
      toggle: (list, value) => go(listPlace(list, toggled(filter[list], value))),
      clear: () => go(NO_FILTER),
    }
  }, [navigate, filter, range, end])
}
