import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { TimelineFilter } from '../../src-main/domain/timeline/timeline'
import { bridgeQuery } from '../bridge/bridge'
import { eventPages, eventsOf, inLogOrder, PAGE } from './event-pages'
import { isOpen } from './timeline-filter'
import { fittingSessions, type TimelineRow, timelineRows } from './timeline-rows'
import type { ListStart } from './use-jump'

const NO_SESSIONS: readonly never[] = []
const SESSIONS = 500

/** The part of the timeline that is loaded, and what is new beyond it. */
export interface EventWindow {
  readonly rows: readonly TimelineRow[]
  readonly loading: boolean
  readonly error: Error | null
  /** Whether the first row is the newest there was. */
  readonly top: boolean
  /** Events that came since: at most a page of them is counted. */
  readonly fresh: number
  older(): void
  newer(): void
  retry(): void
}

interface WindowOf {
  readonly store: string
  readonly filter: TimelineFilter
  readonly from: ListStart
  /** Whether the log is still being read for the first time. */
  readonly indexing: boolean
}

/** Loads the timeline page by page about a place in it. */
export function useEventWindow({ store, filter, from, indexing }: WindowOf): EventWindow {
  const pages = useInfiniteQuery(eventPages(store, filter, from))
  const { data, error, isPending, refetch, hasNextPage, isFetching, fetchNextPage, fetchPreviousPage } = pages
  // What could not be loaded is asked for again by hand only.
  const rests = isFetching || pages.isFetchNextPageError || pages.isFetchPreviousPageError
  const first = data?.pages[0]
  const top = first?.top ?? false
  const logged = first !== undefined && inLogOrder(first)
  const sessions = useSessions(filter)
  const rows = useMemo(
    () => timelineRows({ events: eventsOf(data?.pages ?? []), sessions, top, bottom: !hasNextPage }),
    [data, sessions, top, hasNextPage],
  )
  const fresh = useFresh({ filter, seen: top && !logged ? first?.newer : undefined, wanted: !indexing })
  useReadAnew(first !== undefined && first.indexing !== null && !indexing, refetch)
  const older = useCallback(() => {
    if (hasNextPage && !rests) void fetchNextPage()
  }, [hasNextPage, rests, fetchNextPage])
  const newer = useCallback(() => {
    if (!rests && !logged) void fetchPreviousPage()
  }, [rests, logged, fetchPreviousPage])
  const retry = useCallback(() => void refetch(), [refetch])
  return { rows, loading: isPending, error, top, fresh, older, newer, retry }
}

/** How many events came after the newest one that the list has shown. */
function useFresh({
  filter,
  seen,
  wanted,
}: {
  readonly filter: TimelineFilter
  readonly seen: string | undefined
  readonly wanted: boolean
}): number {
  const [last, setLast] = useState(seen)
  useEffect(() => {
    if (seen !== undefined) setLast(seen)
  }, [seen])
  const after = seen ?? last
  const { data } = useQuery({
    ...bridgeQuery('timeline.page', { filter, limit: PAGE, ...(after !== undefined && { after }) }),
    enabled: wanted && after !== undefined && isOpen(filter.range),
  })
  return data?.events.length ?? 0
}

function useSessions(filter: TimelineFilter) {
  const { data } = useQuery({
    ...bridgeQuery('timeline.sessions', { limit: SESSIONS }),
    placeholderData: keepPreviousData,
  })
  return useMemo(() => fittingSessions(data?.sessions ?? NO_SESSIONS, filter), [data, filter])
}

/** Once the whole log is in the index, what came from the log is read again in the order of time. */
function useReadAnew(due: boolean, refetch: () => unknown): void {
  const asked = useRef(false)
  useEffect(() => {
    if (!due) asked.current = false
    else if (!asked.current) {
      asked.current = true
      refetch()
    }
  }, [due, refetch])
}
