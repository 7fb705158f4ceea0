import { useNavigate, useSearch } from '@tanstack/react-router'
import { createContext, useContext, useMemo } from 'react'
import type { TelemetryFilter } from '../../src-main/domain/telemetry/telemetry'
import type { TimeRange } from '../../src-main/domain/timeline/timeline'
import type { Place } from '../shell/place'
import { type Evidence, encodeEvidence, narrowed } from './evidence'

/** What all panels of the view share. */
export interface TelemetryScope {
  /** Begins and ends with buckets of every size that the panels use, so that all of them show the same time. */
  readonly range: TimeRange
  readonly filter: TelemetryFilter
  readonly zoom: (range: TimeRange) => void
  readonly open: (evidence: Evidence) => void
  /** Opens the events of the view's filter and more, over the range or a part of it. */
  readonly openEvents: (title: string, more: Partial<TelemetryFilter>, range?: TimeRange) => void
}

const Scope = createContext<TelemetryScope | null>(null)
export const TelemetryScopeProvider = Scope.Provider

export function useTelemetryScope(): TelemetryScope {
  const scope = useContext(Scope)
  if (scope === null) throw new Error('A panel of telemetry stands outside its view')
  return scope
}

/** The filter that the address says. */
export function useTelemetryFilter(): TelemetryFilter {
  const { missions, patterns, statuses, workers, errors }: Place = useSearch({ strict: false })
  return useMemo(
    () => ({
      kinds: [],
      missions: missions ?? [],
      patterns: patterns ?? [],
      statuses: statuses ?? [],
      workers: workers ?? [],
      errors: errors ?? [],
    }),
    [missions, patterns, statuses, workers, errors],
  )
}

/** Makes the scope of the view out of its range and filter. */
export function useMadeScope(
  range: TimeRange,
  filter: TelemetryFilter,
  zoom: (range: TimeRange) => void,
): TelemetryScope {
  const navigate = useNavigate()
  return useMemo(() => {
    const open = (evidence: Evidence) =>
      void navigate({ to: '.', search: (place: Place) => ({ ...place, opened: encodeEvidence(evidence) }) })
    return {
      range,
      filter,
      zoom,
      open,
      openEvents: (title, more, part = range) =>
        open({ kind: 'events', title, range: part, filter: narrowed(filter, more) }),
    }
  }, [range, filter, zoom, navigate])
}
