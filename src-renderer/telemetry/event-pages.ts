import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '../bridge/bridge'
import type { EventEvidence } from './evidence'

const PAGE = 100

/** The events behind a mark, page by page, newest first. */
export function eventPages({ range, filter }: Pick<EventEvidence, 'range' | 'filter'>) {
  return infiniteQueryOptions({
    queryKey: ['telemetry.events', { range, filter }, 'pages'] as const,
    queryFn: ({ pageParam }) =>
      call('telemetry.events', { range, filter, limit: PAGE, ...(pageParam !== null && { before: pageParam }) }),
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    getNextPageParam: (last) => last.older,
  })
}
