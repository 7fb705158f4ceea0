import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Input } from '../../src-main/contract/contract'
import type { TimelineEvent, TimelineFilter, TimelinePage } from '../../src-main/domain/timeline/timeline'
import { call } from '../bridge/bridge'
import type { ListStart } from './use-jump'

export const PAGE = 200
/** Pages that are kept; those farthest from what is read are dropped and asked for again. */
const MOST_PAGES = 12

type Place = Pick<Input<'timeline.page'>, 'before' | 'after' | 'at'>

/** A page in the list, and whether nothing newer was there when it was asked for. */
export interface LoadedPage extends TimelinePage {
  readonly top: boolean
}

/**
 * The pages of the list, newest first, growing both ways from the newest event or from a moment. Their key is no method's,
 * so that what is committed meanwhile does not move what is being read: the list asks for new events by itself.
 */
export function eventPages(store: string, filter: TimelineFilter, from: ListStart) {
  return infiniteQueryOptions({
    queryKey: ['the timeline’s list', store, filter, from] as const,
    queryFn: async ({ pageParam }): Promise<LoadedPage> => {
      const page = await call('timeline.page', { filter, limit: PAGE, ...pageParam })
      const newest = pageParam.before === undefined && pageParam.after === undefined && pageParam.at === undefined
      return { ...page, top: newest || (pageParam.after !== undefined && page.events.length < PAGE) }
    },
    initialPageParam: (from.at === null ? {} : { at: from.at }) as Place,
    getNextPageParam: (_last, pages): Place | undefined => {
      const older = pages.findLast(({ events }) => events.length > 0)?.older
      return older ? { before: older } : undefined
    },
    getPreviousPageParam: (first): Place | undefined => (inLogOrder(first) ? undefined : { after: first.newer }),
    maxPages: MOST_PAGES,
    gcTime: 0,
  })
}

/** While a long log is read for the first time, pages come from the log itself: what is newer has no place in them yet. */
export function inLogOrder({ indexing, newer }: TimelinePage): boolean {
  return indexing !== null && newer === '0:0'
}

/** All events of the pages. In the log's own order an event without a time stands with the one logged before it. */
export function eventsOf(pages: readonly LoadedPage[]): TimelineEvent[] {
  const events = pages.flatMap((page) => page.events)
  if (!pages.some(inLogOrder)) return events
  let at: number | null = null
  return events
    .toReversed()
    .map((event) => {
      at = event.shownAt ?? at
      return event.shownAt === null ? { ...event, shownAt: at } : event
    })
    .toReversed()
}
