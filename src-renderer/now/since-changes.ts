import type { Output } from '../../src-main/contract/contract'
import type { SinceLeft } from '../../src-main/domain/now-signals'
import type { TimeRange } from '../../src-main/domain/timeline/timeline'
import type { Place } from '../shell/place'

/** One kind of thing that happened while the operator was away, and where it is shown. */
export interface Change {
  readonly count: number
  /** There were more than were counted. */
  readonly more: boolean
  readonly word: string
  readonly names: readonly string[]
  readonly to: '/timeline' | '/telemetry' | '/benchmarks'
  readonly search: Place
}

interface Beside {
  readonly range: TimeRange
  readonly fallbacks: number
  readonly open: Output<'benchmarks.open'> | undefined
}

/** What happened, what wants attention first; what did not happen is left out. */
export function changesSince(since: NonNullable<SinceLeft>, { range, fallbacks, open }: Beside): Change[] {
  const fresh = open?.regressions.filter(({ since: at }) => at !== null && at > since.at) ?? []
  const [worst] = fresh
  const logged = (group: typeof since.completed, word: string, actions: string[]): Change => ({
    count: group.count,
    more: false,
    word,
    names: group.missions,
    to: '/timeline',
    search: { ...range, actions },
  })
  const changes: Change[] = [
    logged(since.blocked, 'blocked', ['blocked', 'block']),
    {
      count: fresh.length,
      more: false,
      word: fresh.length === 1 ? 'new regression' : 'new regressions',
      names: fresh.map(({ metric }) => metric),
      to: '/benchmarks',
      search: worst === undefined ? {} : { metric: worst.metric },
    },
    {
      count: fallbacks,
      more: false,
      word: fallbacks === 1 ? 'fallback' : 'fallbacks',
      names: [],
      to: '/telemetry',
      search: { ...range, statuses: ['fallback'] },
    },
    logged(since.completed, 'completed', ['complete']),
    logged(since.started, 'started', ['start']),
    {
      count: since.events,
      more: since.more,
      word: since.events === 1 ? 'event in all' : 'events in all',
      names: [],
      to: '/timeline',
      search: { ...range },
    },
  ]
  return changes.filter(({ count }) => count > 0)
}
