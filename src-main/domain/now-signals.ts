import * as z from 'zod/mini'
import { indexing, instant, timeRange } from './timeline/timeline'

/** A small line of the first view: one value a bucket, null where nothing was measured, and the figure of the whole. */
export const spark = z.object({ values: z.array(z.nullable(z.number())), whole: z.nullable(z.number()) })
export type Spark = z.infer<typeof spark>

/** What the first view says of the system's health over the last days. */
export const nowSignals = z.object({
  range: timeRange,
  health: z.object({
    state: z.array(z.enum(['healthy', 'failed', 'missing'])),
    /** Buckets without any check are neither: `state` says nothing of them. */
    checks: z.array(z.number()),
    failed: z.number(),
    lastAt: z.nullable(instant),
    lastError: z.nullable(z.object({ at: z.nullable(instant), message: z.string() })),
  }),
  /** Milliseconds, the 95th percentile. */
  latency: spark,
  tokens: spark,
  /** Fallbacks as a share of the events of patterns. */
  fallbackRate: spark,
  /** When the last mission that came to an end was worked on. */
  lastSession: z.nullable(z.object({ from: instant, to: instant, mission: z.nullable(z.string()) })),
  indexing,
})
export type NowSignals = z.infer<typeof nowSignals>

const group = z.object({ count: z.number(), missions: z.array(z.string()) })

/** What happened since the operator last looked; null on the first visit. */
export const sinceLeft = z.nullable(
  z.object({
    at: instant,
    completed: group,
    blocked: group,
    started: group,
    /** All events, and whether there were more than were looked at. */
    events: z.number(),
    more: z.boolean(),
  }),
)
export type SinceLeft = z.infer<typeof sinceLeft>
