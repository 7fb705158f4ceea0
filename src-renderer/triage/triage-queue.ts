import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Input } from '../../src-main/contract/contract'
import { call } from '../bridge/bridge'

const PAGE = 200

export type QueueInput = Pick<Input<'triage.queue'>, 'tab' | 'order' | 'kind' | 'snoozed'>

/** Snoozed cases come back and silence grows with the clock alone, which no change tells. */
const CLOCK_CHECK = 60_000

/** The queue of one tab, loaded a page at a time as the list is scrolled. */
export function triageQueue(input: QueueInput) {
  return infiniteQueryOptions({
    queryKey: ['triage.queue', input, 'pages'],
    queryFn: ({ pageParam }) => call('triage.queue', { ...input, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    refetchInterval: CLOCK_CHECK,
    getNextPageParam: (page, pages) => (page.rows.length < PAGE ? null : pages.length * PAGE),
  })
}
