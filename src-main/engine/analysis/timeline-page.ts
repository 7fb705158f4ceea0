import type { TimelineFilter, TimelinePage } from '../../domain/timeline/timeline'
import type { AnalysisScope } from './analysis-scope'

export interface TimelinePageInput {
  readonly filter: TimelineFilter
  readonly before?: string | undefined
  readonly after?: string | undefined
  readonly at?: number | undefined
  readonly limit: number
}

/** A page of session events, newest first. */
export function timelinePage(_scope: AnalysisScope, _input: TimelinePageInput): TimelinePage {
  return { events: [], older: null, newer: '0', indexing: null }
}
