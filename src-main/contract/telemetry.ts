import * as z from 'zod/mini'
import {
  countSeries,
  fieldSeries,
  healthStrip,
  telemetryFilter,
  telemetryPage,
  telemetryProblem,
  telemetryState,
  telemetryTotals,
  trouble,
} from '../domain/telemetry/telemetry'
import { cursor, timeRange } from '../domain/timeline/timeline'
import { command, query } from './method'
import type { Topic } from './topics'
import { nothing, pageLimit } from './values'

/** At most as many points a series as a chart can draw honestly. */
const buckets = z.int().check(z.minimum(10), z.maximum(1_000))
const scope = { range: timeRange, filter: telemetryFilter }
const reads: readonly Topic[] = ['telemetryFiles', 'sessionEvents', 'index']

/** Telemetry events of files and of the store, aggregated by the index. Looking at them writes nothing in the workspace. */
export const telemetryMethods = {
  'telemetry.state': query({ input: nothing, output: telemetryState, reads }),
  'telemetry.health': query({ input: z.object({ range: timeRange, buckets }), output: healthStrip, reads }),
  /** A numeric field over time, as one series or split into its most frequent values (at most 4, then the rest). */
  'telemetry.field': query({
    input: z.object({
      ...scope,
      buckets,
      field: z.string().check(z.minLength(1), z.maxLength(200)),
      by: z.nullable(z.enum(['pattern', 'worker', 'mission', 'agent', 'status'])),
    }),
    output: fieldSeries,
    reads,
  }),
  'telemetry.counts': query({
    input: z.object({
      ...scope,
      buckets,
      by: z.enum(['status', 'pattern', 'error', 'tier', 'cause', 'worker', 'kind']),
    }),
    output: countSeries,
    reads,
  }),
  'telemetry.totals': query({
    input: z.object({
      ...scope,
      by: z.enum(['mission', 'agent', 'worker', 'pattern', 'error']),
      limit: pageLimit,
      order: z.optional(z.enum(['events', 'tokens'])),
    }),
    output: telemetryTotals,
    reads,
  }),
  /** The events behind a mark, newest first. */
  'telemetry.events': query({
    input: z.object({ ...scope, before: z.optional(cursor), limit: pageLimit }),
    output: telemetryPage,
    reads,
  }),
  'telemetry.troubles': query({
    input: z.object({ range: timeRange }),
    output: z.array(trouble),
    reads: [...reads, 'troubles'],
  }),
  /** Hides a trouble until it grows, or shows it again. */
  'telemetry.dismiss': command({
    input: z.object({ id: z.string().check(z.minLength(1), z.maxLength(500)), dismissed: z.boolean() }),
    output: nothing,
    writes: ['troubles'],
  }),
  /** Stops the reading of files, or goes on where it stopped. It goes on by itself when the workspace is opened again. */
  'telemetry.pause': command({
    input: z.object({ paused: z.boolean() }),
    output: nothing,
    writes: ['index', 'telemetryFiles'],
  }),
  /** Lines that could not be read. */
  'telemetry.problems': query({
    input: z.object({ limit: pageLimit }),
    output: z.object({ problems: z.array(telemetryProblem), count: z.number() }),
    reads,
  }),
  /** Writes what a chart or the event table shows to a CSV file chosen in a native dialog, redacted. */
  'telemetry.export': command({
    input: z.object({
      name: z.string().check(z.minLength(1), z.maxLength(200)),
      columns: z.array(z.string().check(z.maxLength(500))).check(z.minLength(1), z.maxLength(100)),
      rows: z
        .array(z.array(z.union([z.string().check(z.maxLength(100_000)), z.number(), z.null()])))
        .check(z.maxLength(10_000)),
    }),
    output: z.object({ path: z.string(), rows: z.number(), redacted: z.number() }),
    writes: [],
  }),
  /** Writes the picture of a chart to a PNG file in a folder chosen in a native dialog. */
  'telemetry.picture': command({
    input: z.object({
      name: z.string().check(z.minLength(1), z.maxLength(200)),
      /** The file as base64. */
      png: z.string().check(z.minLength(1), z.maxLength(30_000_000)),
    }),
    output: z.object({ path: z.string(), bytes: z.number() }),
    writes: [],
  }),
}
