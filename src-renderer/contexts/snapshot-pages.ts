import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../bridge/bridge'

const PAGE = 200

/** The snapshots of a context page by page, newest first. */
export function snapshotPages(id: string) {
  return infiniteQueryOptions({
    queryKey: ['contexts.snapshots', { id }, 'pages'] as const,
    queryFn: ({ pageParam }) =>
      call('contexts.snapshots', { id, limit: PAGE, ...(pageParam !== null && { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.snapshots.length < PAGE ? undefined : last.snapshots.at(-1)?.id),
  })
}
