import * as z from 'zod/mini'
import { cursor, indexing, instant, timeRange } from '../timeline/timeline'

/** Kinds of telemetry that are told apart by their shape. */
export const telemetryKind = z.enum(['pattern', 'health', 'testing', 'generic'])
export type TelemetryKind = z.infer<typeof telemetryKind>

/** Which telemetry events count: every part that is given must hold. */
export const telemetryFilter = z.object({
  kinds: z.array(telemetryKind).check(z.maxLength(4)),
  missions: z.array(z.string().check(z.maxLength(10_000))).check(z.maxLength(50)),
  patterns: z.array(z.string().check(z.maxLength(500))).check(z.maxLength(20)),
  statuses: z.array(z.string().check(z.maxLength(500))).check(z.maxLength(20)),
  workers: z.array(z.string().check(z.maxLength(500))).check(z.maxLength(50)),
  errors: z.array(z.string().check(z.maxLength(500))).check(z.maxLength(50)),
})
export type TelemetryFilter = z.infer<typeof telemetryFilter>

/** What was found, and how far the reading has come. */
export const telemetryState = z.object({
  indexing,
  /** Whether the operator stopped the reading; what is read so far is shown. */
  paused: z.boolean(),
  files: z.number(),
  events: z.number(),
  /** Lines that could not be read; `telemetry.problems` lists them. */
  malformed: z.number(),
  extent: z.nullable(timeRange),
  /** Numeric fields that can be charted, the most frequent first; nested ones as `usage.input_tokens`. */
  fields: z.array(z.object({ name: z.string(), unit: z.nullable(z.string()), count: z.number() })),
  missions: z.array(z.object({ name: z.string(), count: z.number() })),
  patterns: z.array(z.object({ name: z.string(), count: z.number() })),
  workers: z.array(z.object({ name: z.string(), count: z.number() })),
  agents: z.array(z.object({ name: z.string(), count: z.number() })),
})
export type TelemetryState = z.infer<typeof telemetryState>

/** A range cut into equal buckets; `bucket` in milliseconds. Column-wise data has one entry per bucket. */
const buckets = { range: timeRange, bucket: z.number(), indexing }

/** Values of a numeric field per bucket; null where a bucket is empty: a gap, never a zero. */
export const fieldSeries = z.object({
  ...buckets,
  unit: z.nullable(z.string()),
  /** Whether percentiles are exact; otherwise within 1 % of the value (logarithmic histogram). */
  exact: z.boolean(),
  series: z.array(
    z.object({
      name: z.string(),
      count: z.array(z.number()),
      sum: z.array(z.nullable(z.number())),
      min: z.array(z.nullable(z.number())),
      p10: z.array(z.nullable(z.number())),
      p50: z.array(z.nullable(z.number())),
      p90: z.array(z.nullable(z.number())),
      p95: z.array(z.nullable(z.number())),
      p99: z.array(z.nullable(z.number())),
      max: z.array(z.nullable(z.number())),
      /** The same over the whole range. */
      whole: z.object({
        count: z.number(),
        sum: z.number(),
        p50: z.number(),
        p95: z.number(),
        p99: z.number(),
        max: z.number(),
      }),
    }),
  ),
})
export type FieldSeries = z.infer<typeof fieldSeries>

/** Numbers of events per bucket, one series per value of what they were split by. */
export const countSeries = z.object({
  ...buckets,
  series: z.array(z.object({ name: z.string(), count: z.array(z.number()) })),
})
export type CountSeries = z.infer<typeof countSeries>

/** The database's health per bucket: `missing` where no check was logged though there were some before and after. */
export const healthStrip = z.object({
  ...buckets,
  ok: z.array(z.number()),
  failed: z.array(z.number()),
  state: z.array(z.enum(['healthy', 'failed', 'missing'])),
  lastError: z.nullable(z.object({ at: z.nullable(instant), message: z.string() })),
})
export type HealthStrip = z.infer<typeof healthStrip>

/** One row per mission, agent, worker, pattern or error code, over a range. */
export const telemetryTotals = z.object({
  rows: z.array(
    z.object({
      name: z.string(),
      events: z.number(),
      succeeded: z.number(),
      failed: z.number(),
      fallbacks: z.number(),
      tokens: z.nullable(z.number()),
      latency: z.nullable(z.object({ p50: z.number(), p95: z.number(), max: z.number() })),
      lastAt: z.nullable(instant),
    }),
  ),
  /** Whether latencies are exact; otherwise within 1 % (logarithmic histogram). */
  exact: z.boolean(),
  /** Rows beyond those listed. */
  more: z.number(),
  indexing,
})
export type TelemetryTotals = z.infer<typeof telemetryTotals>

export const telemetryEvent = z.object({
  id: z.number(),
  at: z.nullable(instant),
  kind: telemetryKind,
  mission: z.nullable(z.string()),
  pattern: z.nullable(z.string()),
  stage: z.nullable(z.string()),
  status: z.nullable(z.string()),
  worker: z.nullable(z.string()),
  errorCode: z.nullable(z.string()),
  fallback: z.boolean(),
  tier: z.nullable(z.number()),
  latencyMs: z.nullable(z.number()),
  tokens: z.nullable(z.number()),
  /** Where it stands: a file relative to the workspace and a line, or the store's own table. */
  source: z.object({ file: z.nullable(z.string()), line: z.nullable(z.number()) }),
  /** The event as written, cut at 16 KB. */
  raw: z.string(),
})
export type TelemetryEvent = z.infer<typeof telemetryEvent>

export const telemetryPage = z.object({
  events: z.array(telemetryEvent),
  older: z.nullable(cursor),
  total: z.number(),
  indexing,
})
export type TelemetryPage = z.infer<typeof telemetryPage>

/** A pattern of trouble that a stated rule found. */
export const trouble = z.object({
  /** Stays the same while the trouble lasts, so that it can be dismissed. */
  id: z.string(),
  rule: z.enum(['repeated-error', 'missing-health', 'rising-latency', 'token-outlier', 'fallbacks']),
  /** What was found, in a sentence with its figures. */
  says: z.string(),
  /** The rule in a sentence. */
  because: z.string(),
  severity: z.enum(['notice', 'warning', 'serious']),
  range: timeRange,
  filter: telemetryFilter,
  dismissed: z.boolean(),
})
export type Trouble = z.infer<typeof trouble>

export const telemetryProblem = z.object({
  file: z.string(),
  line: z.nullable(z.number()),
  reason: z.string(),
  excerpt: z.string(),
})
