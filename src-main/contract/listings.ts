import * as z from 'zod/mini'
import { query } from './method'

/** As in values, whose other schemas would take longer to build than these listings take to read. */
const nothing = z.object({})
const row = {
  id: z.string(),
  name: z.string(),
  status: z.string(),
  /** As stored; other programs write it in many shapes. */
  completedAt: z.nullable(z.string()),
}
const rowWithNotes = z.object({ ...row, notes: z.nullable(z.string()) })

/** Plain listings in the order every program of this convention uses; the command line prints them line by line. */
export const listingMethods = {
  /** In Progress, Current, Queued, Blocked, then the rest, each in row order; a negative limit means all. */
  'missions.queue': query({
    input: z.object({ limit: z.int() }),
    output: z.array(z.object(row)),
    reads: ['missions'],
  }),
  /** What the project context calls the active mission, and every mission that is In Progress or Current. */
  'missions.underway': query({
    input: nothing,
    output: z.object({ active: z.nullable(z.string()), missions: z.array(rowWithNotes) }),
    reads: ['missions', 'contexts'],
  }),
  /** Every sprint by start date, those without one first, each with its missions by id. */
  'sprints.plan': query({
    input: nothing,
    output: z.array(
      z.object({
        id: z.nullable(z.string()),
        title: z.string(),
        status: z.nullable(z.string()),
        startDate: z.nullable(z.string()),
        endDate: z.nullable(z.string()),
        missions: z.array(rowWithNotes),
      }),
    ),
    reads: ['sprints', 'missions'],
  }),
}
