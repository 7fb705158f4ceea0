import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { AuditFilter } from '../../src-main/domain/audit'
import { formatCount, formatCounted } from '../format'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { TopBar } from '../shell/top-bar'
import { AuditFilterBar } from './audit-filter-bar'
import { AuditList } from './audit-list'
import { auditPages } from './audit-pages'
import css from './audit-view.module.css'
import { filterOf, NO_WISH, type Wish } from './audit-wish'
import { ExportMenu } from './export-menu'

const NONE: readonly never[] = []

/** What operators did here and when. Looking at it changes nothing, not even the log. */
export function AuditView() {
  const [wish, setWish] = useState<Wish>(NO_WISH)
  const filter: AuditFilter = useMemo(() => filterOf(wish, Date.now()), [wish])
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(auditPages(filter))
  const entries = useMemo(() => data?.pages.flatMap((page) => page.entries) ?? NONE, [data])
  const first = data?.pages[0]
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const filtered = Object.keys(filter).length > 0
  return (
    <>
      <TopBar title="Audit log" subtitle={first && subtitle(first.total, first.all, filtered)}>
        <ExportMenu filter={filter} disabled={entries.length === 0} />
      </TopBar>
      <AuditFilterBar wish={wish} actions={first?.actions ?? NONE} onWish={setWish} />
      {!data && (
        <div className={css.waiting}>
          {error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={10} />}
        </div>
      )}
      {first?.fault && (
        <div className={css.waiting}>
          <InlineError error={new Error(first.fault)} onRetry={() => void refetch()} />
        </div>
      )}
      {first && first.fault === null && entries.length === 0 && (
        <EmptyState title={filtered ? `0 of ${formatCount(first.all)} match` : 'Nothing was done in this window yet'}>
          {filtered
            ? 'No entry fits all of what is asked for.'
            : 'What operators do here is kept from the first action on, in db/desk.sqlite beside the store. Agents’ work is in the event log.'}
        </EmptyState>
      )}
      {first && entries.length > 0 && <AuditList entries={entries} total={first.total} onMore={more} />}
    </>
  )
}

function subtitle(total: number, all: number, filtered: boolean): string {
  if (all === 0) return ''
  const entries = formatCounted(all, 'entry', 'entries')
  return filtered ? `${formatCount(total)} of ${entries}` : `${entries}, newest first`
}
