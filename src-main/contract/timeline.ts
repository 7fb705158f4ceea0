import * as z from 'zod/mini'
import {
  cursor,
  density,
  instant,
  planningSession,
  timelineFacets,
  timelineFilter,
  timelineFormat,
  timelinePage,
  timelineRecord,
  timeRange,
} from '../domain/timeline/timeline'
import { command, query } from './method'
import { pageLimit } from './values'

const filter = timelineFilter

/** Session events of every generation, read through the index. */
export const timelineMethods = {
  /**
   * A page, newest first: from the newest, `before` or `after` a cursor, or from the newest at or before an instant
   * (`at`). At most one of the three.
   */
  'timeline.page': query({
    input: z.object({
      filter,
      before: z.optional(cursor),
      after: z.optional(cursor),
      at: z.optional(instant),
      limit: pageLimit,
    }),
    output: timelinePage,
    reads: ['sessionEvents', 'index'],
  }),
  /** Counts per bucket over the filter's range, or over all there is; at most `buckets` of them. */
  'timeline.density': query({
    input: z.object({ filter, buckets: z.int().check(z.minimum(10), z.maximum(1_000)) }),
    output: density,
    reads: ['sessionEvents', 'index'],
  }),
  'timeline.facets': query({ input: z.object({ filter }), output: timelineFacets, reads: ['sessionEvents', 'index'] }),
  /** How many events of the filter stand in each of some ranges, such as the days of an operator's calendar. */
  'timeline.counts': query({
    input: z.object({ filter, ranges: z.array(timeRange).check(z.maxLength(60)) }),
    output: z.array(z.number()),
    reads: ['sessionEvents', 'index'],
  }),
  /** One event in full; null when it is gone. */
  'timeline.event': query({
    input: z.object({ id: z.int() }),
    output: z.nullable(timelineRecord),
    reads: ['sessionEvents', 'index'],
  }),
  /** Planning sessions with their captures, newest first; empty where the store has no such table. */
  'timeline.sessions': query({
    input: z.object({ before: z.optional(cursor), limit: pageLimit }),
    output: z.object({ sessions: z.array(planningSession), older: z.nullable(cursor) }),
    reads: ['sessionEvents', 'contexts'],
  }),
  /** Writes the filtered events to a file chosen in a native dialog, redacted; long work: a job. */
  'timeline.export': command({
    input: z.object({ filter, format: timelineFormat }),
    output: z.object({ path: z.string(), events: z.number(), bytes: z.number(), redacted: z.number() }),
    writes: [],
  }),
}
