import type { AnalysisScope } from './analysis-scope'
import { nowSignals } from './now-signals'
import { planningSessions } from './planning-sessions'
import { telemetryEvents } from './telemetry-events'
import { telemetryField } from './telemetry-field'
import {
  pauseTelemetry,
  telemetryCounts,
  telemetryHealth,
  telemetryProblems,
  telemetryState,
  telemetryTotals,
} from './telemetry-look'
import { telemetryTroubles } from './telemetry-troubles'
import { timelineCounts, timelineDensity } from './timeline-density'
import { timelineFacets } from './timeline-facets'
import { timelinePage, timelineRecord } from './timeline-page'

/** Every question that the index answers, by the name of its method. */
export const answers = {
  'timeline.page': timelinePage,
  'timeline.density': timelineDensity,
  'timeline.facets': timelineFacets,
  'timeline.counts': timelineCounts,
  'timeline.event': timelineRecord,
  'timeline.sessions': planningSessions,
  'telemetry.state': telemetryState,
  'telemetry.health': telemetryHealth,
  'telemetry.field': telemetryField,
  'telemetry.counts': telemetryCounts,
  'telemetry.totals': telemetryTotals,
  'telemetry.events': telemetryEvents,
  'telemetry.troubles': telemetryTroubles,
  'telemetry.problems': telemetryProblems,
  'telemetry.pause': pauseTelemetry,
  'now.signals': nowSignals,
}

export type AnalysisMethod = keyof typeof answers
export type AnalysisInput<M extends AnalysisMethod> = Parameters<(typeof answers)[M]>[1]
export type AnalysisOutput<M extends AnalysisMethod> = Awaited<ReturnType<(typeof answers)[M]>>

/** An answer whose types nobody can follow any more: its question may have come in a message. */
type AnyAnswer = (scope: AnalysisScope, input: never) => unknown

export function answerOf(method: AnalysisMethod): (scope: AnalysisScope, input: unknown) => unknown {
  return answers[method] as AnyAnswer as (scope: AnalysisScope, input: unknown) => unknown
}
