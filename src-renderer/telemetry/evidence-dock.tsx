import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { formatRange } from '../charts/chart-time'
import { formatCount, formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { DockFrame } from './dock-frame'
import { EventDetail } from './event-detail'
import { eventPages } from './event-pages'
import { EventTable } from './event-table'
import type { EventEvidence, Evidence } from './evidence'
import css from './evidence-dock.module.css'
import { ProblemList } from './problem-list'

const NONE: readonly never[] = []

interface EvidenceDockProps {
  evidence: Evidence
  onClose: () => void
}

/** What is behind a mark, below the charts. */
export function EvidenceDock({ evidence, onClose }: EvidenceDockProps) {
  return evidence.kind === 'events' ? (
    <EventDock key={JSON.stringify(evidence)} evidence={evidence} onClose={onClose} />
  ) : (
    <ProblemList onClose={onClose} />
  )
}

function EventDock({ evidence, onClose }: { evidence: EventEvidence; onClose: () => void }) {
  const { title, range } = evidence
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    eventPages(evidence),
  )
  const [chosen, setChosen] = useState(0)
  const events = useMemo(() => data?.pages.flatMap((page) => page.events) ?? NONE, [data])
  const total = data?.pages[0]?.total ?? 0
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const event = events[chosen]
  return (
    <DockFrame
      title={visibleText(title)}
      subtitle={data ? `${formatCounted(total, 'event')}, ${formatRange(range)}` : formatRange(range)}
      onClose={onClose}
    >
      {!data && (error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={5} />)}
      {data && events.length === 0 && (
        <EmptyState title="No events here">Nothing was logged in this range that fits.</EmptyState>
      )}
      {data && events.length > 0 && (
        <div className={css.split}>
          <EventTable
            label={`${visibleText(title)}, ${formatCount(total)} events`}
            events={events}
            total={total}
            chosen={chosen}
            onChoose={setChosen}
            onMore={more}
          />
          {event && <EventDetail event={event} />}
        </div>
      )}
    </DockFrame>
  )
}
