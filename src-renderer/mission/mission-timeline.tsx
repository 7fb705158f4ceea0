import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../bridge/bridge'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import css from './case.module.css'
import { EventLog } from './event-log'

const FIRST = 6
const PAGE = 40

/** A mission's own events, newest first, a page at a time. */
export function MissionTimeline({ id, title = 'Timeline' }: { id: string; title?: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['missions.events', { id }, 'pages'],
    queryFn: ({ pageParam }) =>
      call('missions.events', {
        id,
        limit: pageParam === null ? FIRST : PAGE,
        ...(pageParam !== null && { before: pageParam }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.more ? (page.events.at(-1)?.id ?? null) : null),
  })
  const events = data?.pages.flatMap((page) => page.events) ?? []
  return (
    <section>
      <h3 className={css.heading}>
        {title}
        <Link to="/timeline" search={{ missions: [id], mission: id }} className={css.all}>
          In the timeline
        </Link>
      </h3>
      {error && <InlineError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={3} />}
      {data && events.length === 0 && <p className={css.none}>No session has mentioned this mission yet.</p>}
      {events.length > 0 && <EventLog events={events} />}
      {hasNextPage && (
        <Button className={css.more} disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show earlier
        </Button>
      )}
    </section>
  )
}
