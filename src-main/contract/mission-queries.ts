import * as z from 'zod/mini'
import { boardColumn, boardSummary } from '../domain/board'
import { missionCard } from '../domain/mission-card'
import { missionDetail } from '../domain/mission-detail'
import { sessionEvent } from '../domain/session-event'
import { textSnippet } from '../domain/text-snippet'
import { query } from './method'
import { id, nothing, offset, pageLimit } from './values'

const filter = z.string().check(z.maxLength(2_000))

/** Looking at missions. */
export const missionQueries = {
  'missions.board': query({
    input: z.object({ filter }),
    output: boardSummary,
    reads: ['missions', 'sprints', 'dependencies'],
  }),
  /** A page of one column, or of one column in one lane (`sprintId` given, null for missions without a sprint). */
  'missions.cards': query({
    input: z.object({
      filter,
      column: boardColumn,
      sprintId: z.optional(z.nullable(z.string())),
      offset,
      limit: pageLimit,
    }),
    output: z.object({ cards: z.array(missionCard), count: z.number() }),
    reads: ['missions', 'dependencies', 'sessionEvents'],
  }),
  /**
   * Where a mission stands: its column, its lane, and its index in the column (`laned`: in that column of its lane) under
   * this filter, or null when the filter hides it.
   */
  'missions.locate': query({
    input: z.object({ filter, id, laned: z.optional(z.boolean()) }),
    output: z.nullable(z.object({ column: boardColumn, index: z.number(), sprintId: z.nullable(z.string()) })),
    reads: ['missions'],
  }),
  'missions.detail': query({
    input: z.object({ id }),
    output: missionDetail,
    reads: ['missions', 'dependencies', 'sprints', 'sessionEvents'],
  }),
  /** A mission's own events, newest first; `before` is the id of the last row of the former page. */
  'missions.events': query({
    input: z.object({ id, before: z.optional(z.int()), limit: pageLimit }),
    output: z.object({ events: z.array(sessionEvent), more: z.boolean() }),
    reads: ['sessionEvents'],
  }),
  'missions.search': query({
    /** `texts`: also in notes, reasons, needs and specifications. */
    input: z.object({ text: z.string().check(z.maxLength(500)), limit: pageLimit, texts: z.optional(z.boolean()) }),
    output: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        status: z.string(),
        sprintId: z.nullable(z.string()),
        /** Where a text was found, for what neither id nor name says. */
        snippet: z.nullable(textSnippet),
      }),
    ),
    reads: ['missions'],
  }),
  /** The next mission to work on: In Progress, then Current, then Queued, each in row order; null when there is none. */
  'missions.next': query({
    input: nothing,
    output: z.nullable(z.object({ card: missionCard, prerequisitesMet: z.boolean() })),
    reads: ['missions', 'dependencies'],
  }),
}
