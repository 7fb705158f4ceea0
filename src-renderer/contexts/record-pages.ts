import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import type { RecordKind } from '../../src-main/domain/record'
import { call } from '../bridge/bridge'

const PAGE = 200

/** One kind of record page by page, newest first; what was found before stays while it is searched anew. */
export function recordPages(kind: RecordKind, words: string) {
  return infiniteQueryOptions({
    queryKey: ['contexts.records', { kind, words }, 'pages'] as const,
    queryFn: ({ pageParam }) => call('contexts.records', { kind, words, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    getNextPageParam: (page, pages) => (page.records.length < PAGE ? undefined : pages.length * PAGE),
  })
}
