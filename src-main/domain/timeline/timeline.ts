import * as z from 'zod/mini'
import { sessionEvent } from '../session-event'

/** Epoch milliseconds. */
export const instant = z.number()
/** From `from` up to, but not including, `to`. */
export const timeRange = z.object({ from: instant, to: instant })
export type TimeRange = z.infer<typeof timeRange>

/** Which events are shown: every part that is given must hold. Empty lists and texts ask for nothing. */
export const timelineFilter = z.object({
  /** Words that must all occur in the summary, the hint, the needs or the ids. */
  text: z.string().check(z.maxLength(500)),
  missions: z.array(z.string().check(z.maxLength(10_000))).check(z.maxLength(50)),
  agents: z.array(z.string().check(z.maxLength(500))).check(z.maxLength(50)),
  actions: z.array(z.string().check(z.maxLength(500))).check(z.maxLength(50)),
  statuses: z.array(z.string().check(z.maxLength(500))).check(z.maxLength(50)),
  range: z.nullable(timeRange),
})
export type TimelineFilter = z.infer<typeof timelineFilter>
export const EVERYTHING: TimelineFilter = { text: '', missions: [], agents: [], actions: [], statuses: [], range: null }

/** What is odd about a row, shown instead of hidden. */
export const eventOddity = z.enum(['unknown-time', 'implausible-time', 'session-in-mission', 'legacy-shape', 'bare'])
export type EventOddity = z.infer<typeof eventOddity>

/** A run is what one mission did from a start to the next completion or block. */
export const eventRun = z.object({
  /** The id of its first event: the same for all events of the run. */
  id: z.number(),
  place: z.enum(['start', 'middle', 'end']),
  /** From the start to this event, in milliseconds; null when either time is unknown. */
  elapsed: z.nullable(z.number()),
})

export const timelineEvent = z.extend(sessionEvent, {
  /** Where it stands in time: its own instant, or, when that is unknown or implausible, its predecessor's in the log. */
  shownAt: z.nullable(instant),
  oddities: z.array(eventOddity),
  run: z.nullable(eventRun),
})
export type TimelineEvent = z.infer<typeof timelineEvent>

/** A place between two rows; opaque to the page. */
export const cursor = z.string().check(z.maxLength(200))

/** How far the index has come; null when it covers everything. */
export const indexing = z.nullable(z.object({ done: z.number(), total: z.number() }))

export const timelinePage = z.object({
  /** Newest first. */
  events: z.array(timelineEvent),
  /** Asks for the older neighbours as `before`; null at the end. */
  older: z.nullable(cursor),
  /** Asks for newer ones as `after`; always given, so that a live tail can ask again. */
  newer: cursor,
  indexing,
})
export type TimelinePage = z.infer<typeof timelinePage>

/** One event with everything that its row holds, as stored. */
export const timelineRecord = z.object({
  event: timelineEvent,
  /** Columns in the table's order; `raw_event` last. */
  columns: z.array(z.object({ name: z.string(), value: z.nullable(z.string()) })),
})
export type TimelineRecord = z.infer<typeof timelineRecord>

/** Counts per bucket of the strip above the list. */
export const density = z.object({
  range: timeRange,
  /** Milliseconds; 1 m, 5 m, 15 m, 1 h, 3 h, 6 h, 12 h, 1 d, 7 d or 30 d. */
  bucket: z.number(),
  /** Column-wise, one entry per bucket from `range.from` on. */
  starts: z.array(z.number()),
  completes: z.array(z.number()),
  blocks: z.array(z.number()),
  others: z.array(z.number()),
  /** Events of the filter in all, and those that no bucket can hold. */
  total: z.number(),
  unknownTime: z.number(),
  implausibleTime: z.number(),
  /** Those whose row has an odd shape; they are among the others. */
  sessionInMission: z.number(),
  legacyShape: z.number(),
  bare: z.number(),
  /** The span of everything there is, for zooming out. */
  extent: z.nullable(timeRange),
  indexing,
})
export type Density = z.infer<typeof density>

/** Values to filter by, the most frequent first. */
export const timelineFacets = z.object({
  agents: z.array(z.object({ name: z.string(), count: z.number() })),
  actions: z.array(z.object({ name: z.string(), count: z.number() })),
  statuses: z.array(z.object({ name: z.string(), count: z.number() })),
  indexing,
})
export type TimelineFacets = z.infer<typeof timelineFacets>

/** A planning session of newer stores, with what was captured in it. */
export const planningSession = z.object({
  id: z.string(),
  title: z.nullable(z.string()),
  agent: z.nullable(z.string()),
  status: z.nullable(z.string()),
  startedAt: z.nullable(instant),
  completedAt: z.nullable(instant),
  summary: z.nullable(z.string()),
  captures: z.array(z.object({ kind: z.string(), text: z.string(), at: z.nullable(instant) })),
})
export type PlanningSession = z.infer<typeof planningSession>

export const timelineFormat = z.enum(['csv', 'jsonl', 'markdown'])
export type TimelineFormat = z.infer<typeof timelineFormat>
