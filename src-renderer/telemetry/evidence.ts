import * as z from 'zod/mini'
import { type TelemetryFilter, telemetryFilter } from '../../src-main/domain/telemetry/telemetry'
import { timeRange } from '../../src-main/domain/timeline/timeline'

export const NO_FILTER: TelemetryFilter = {
  kinds: [],
  missions: [],
  patterns: [],
  statuses: [],
  workers: [],
  errors: [],
}

const events = z.object({
  kind: z.literal('events'),
  /** What they are events of, as the operator saw it. */
  title: z.string(),
  range: timeRange,
  filter: telemetryFilter,
})
const evidence = z.union([events, z.object({ kind: z.literal('problems') })])

/** What is open below the charts. */
export type Evidence = z.infer<typeof evidence>
export type EventEvidence = z.infer<typeof events>

/** Evidence as the address carries it. */
export function encodeEvidence(opened: Evidence): string {
  return JSON.stringify(opened)
}

/** Evidence out of an address; null when it says none that can be understood. */
export function decodeEvidence(text: string | undefined): Evidence | null {
  if (text === undefined) return null
  try {
    const read = evidence.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Both must hold: what the view is filtered by, and what a mark adds. A mark's own word goes before the view's. */
export function narrowed(filter: TelemetryFilter, more: Partial<TelemetryFilter>): TelemetryFilter {
  return { ...filter, ...more }
}
