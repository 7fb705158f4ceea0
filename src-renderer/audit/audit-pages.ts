import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import type { AuditFilter } from '../../src-main/domain/audit'
import { call } from '../bridge/bridge'

const PAGE = 200

/** The audit log page by page, newest first. */
export function auditPages(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit.list', { filter }, 'pages'] as const,
    queryFn: ({ pageParam }) =>
      call('audit.list', { filter, limit: PAGE, ...(pageParam !== null && { before: pageParam }) }),
    initialPageParam: null as number | null,
    placeholderData: keepPreviousData,
    getNextPageParam: (last) => (last.entries.length < PAGE ? undefined : last.entries.at(-1)?.id),
  })
}
