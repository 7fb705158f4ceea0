import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import * as z from 'zod/mini'

/** What the address says: the mission whose panel is open, the filter text, and whether the board shows swimlanes. */
export const placeSchema = z.object({
  mission: z.catch(z.optional(z.string()), undefined),
  filter: z.catch(z.optional(z.string()), undefined),
  lanes: z.catch(z.optional(z.boolean()), undefined),
  /** What is open in the contexts view: a context, or a kind of record. */
  subject: z.catch(z.optional(z.string()), undefined),
  /** How a context is looked at. */
  look: z.catch(z.optional(z.enum(['tree', 'text', 'history'])), undefined),
  /** What is open in the maintenance view. */
  task: z.catch(z.optional(z.string()), undefined),
  /** The range of time that timeline and charts show, in epoch milliseconds; without `to` it is open towards the present. */
  from: z.catch(z.optional(z.number()), undefined),
  to: z.catch(z.optional(z.number()), undefined),
  /** Which events are looked at. */
  text: z.catch(z.optional(z.string()), undefined),
  missions: z.catch(z.optional(z.array(z.string())), undefined),
  agents: z.catch(z.optional(z.array(z.string())), undefined),
  actions: z.catch(z.optional(z.array(z.string())), undefined),
  statuses: z.catch(z.optional(z.array(z.string())), undefined),
  patterns: z.catch(z.optional(z.array(z.string())), undefined),
  workers: z.catch(z.optional(z.array(z.string())), undefined),
  errors: z.catch(z.optional(z.array(z.string())), undefined),
  /** A span of time by name, up to now; a range of its own goes before it. */
  span: z.catch(z.optional(z.enum(['1h', '24h', '7d', '30d', '90d', 'all'])), undefined),
  /** Which number is charted beside the usual ones. */
  field: z.catch(z.optional(z.string()), undefined),
  /** What is open below the charts: events behind a mark, or lines that could not be read. */
  opened: z.catch(z.optional(z.string()), undefined),
  /** What is open in the benchmarks: a metric, or two runs as `3..12`; and whether only what needs a word is shown. */
  metric: z.catch(z.optional(z.string()), undefined),
  compare: z.catch(z.optional(z.string()), undefined),
  only: z.catch(z.optional(z.enum(['open', 'all'])), undefined),
})
export type Place = z.infer<typeof placeSchema>

export type ViewName =
  | 'now'
  | 'board'
  | 'triage'
  | 'timeline'
  | 'telemetry'
  | 'benchmarks'
  | 'maintain'
  | 'contexts'
  | 'audit'

/** The views that show one range of time in common: going from one to another keeps it. */
const OVER_TIME: readonly ViewName[] = ['timeline', 'telemetry']

/** What of the present place belongs to the next view too. */
export function carriedTo(view: ViewName, { from, to, span }: Place): Place {
  return OVER_TIME.includes(view) ? { from, to, span } : {}
}

/** Whether a view is on screen. */
export function isAt(view: ViewName): boolean {
  return window.location.hash.slice(2).split('?')[0] === view
}

/** The present place, with the absent parts filled in. */
export function usePlace(): Omit<Place, 'filter' | 'lanes'> & { filter: string; lanes: boolean } {
  const place: Place = useSearch({ strict: false })
  return { ...place, filter: place.filter ?? '', lanes: place.lanes ?? false }
}

export interface Go {
  /** Another view; the open mission and the filter stay behind unless given, a range of time between those that show one. */
  view(view: ViewName, place?: Place): void
  openMission(id: string): void
  closeMission(): void
  /** Replaces the present history entry: typing a filter is not a journey. */
  setFilter(filter: string): void
  setLanes(lanes: boolean): void
  /** The metric beside the others; going on to the next one is no journey. */
  openMetric(metric: string | undefined, replace?: boolean): void
  /** Two runs beside each other; undefined goes back to all metrics. */
  compare(runs: string | undefined): void
  only(only: 'open' | 'all'): void
}

/** Ways to move about the application; the object stays the same for the life of the component. */
export function useGo(): Go {
  const navigate = useNavigate()
  return useMemo(() => {
    const change = (part: Place, replace = false) =>
      void navigate({ to: '.', search: (place: Place) => ({ ...place, ...part }), replace })
    return {
      view: (view, place) =>
        void navigate({ to: `/${view}`, search: (present: Place) => place ?? carriedTo(view, present) }),
      openMission: (mission) => change({ mission }),
      closeMission: () => change({ mission: undefined }, true),
      setFilter: (filter) => change({ filter: filter || undefined }, true),
      setLanes: (lanes) => change({ lanes: lanes || undefined }),
      openMetric: (metric, replace = false) => change({ metric }, replace),
      compare: (compare) => change({ compare }),
      only: (only) => change({ only: only === 'all' ? undefined : only }, true),
    }
  }, [navigate])
}
