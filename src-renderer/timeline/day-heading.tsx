import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TimelineFilter, TimeRange } from '../../src-main/domain/timeline/timeline'
import { bridgeQuery } from '../bridge/bridge'
import { formatCounted } from '../format'

const days = new Intl.DateTimeFormat('en', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** `Sun, November 22, 2026` */
export function formatDate(at: number): string {
  return days.format(at)
}

/** The day of the events below, and how many of the filter it has. */
export function DayHeading({ day, filter }: { day: TimeRange | null; filter: TimelineFilter }) {
  const { data } = useQuery({
    ...bridgeQuery('timeline.counts', { filter, ranges: day === null ? [] : [day] }),
    enabled: day !== null,
    placeholderData: keepPreviousData,
  })
  const count = data?.[0]
  return (
    <>
      <b>{day === null ? 'No known time' : formatDate(day.from)}</b>
      {count !== undefined && <span>{formatCounted(count, 'event')}</span>}
    </>
  )
}
