import * as z from 'zod/mini'
import { BOARD_COLUMNS } from './mission-status'
import { storedTime } from './stored-time'

export const boardColumn = z.enum(BOARD_COLUMNS)

/** Filters are text: `status:blocked sprint:"Sprint 4" agent:codex kind:person words`. See domain/mission-filter. */
export const boardSummary = z.object({
  /** True counts of missions that match the filter, and of all missions, per column. */
  columns: z.array(z.object({ column: boardColumn, count: z.number(), total: z.number(), oldest: storedTime })),
  matching: z.number(),
  total: z.number(),
  /** One lane per sprint with a matching mission, running sprints first, then newest; `sprintId: null` gathers the rest. */
  lanes: z.array(
    z.object({
      sprintId: z.nullable(z.string()),
      title: z.string(),
      status: z.nullable(z.string()),
      finished: z.boolean(),
      counts: z.record(boardColumn, z.number()),
    }),
  ),
  /** Words of the filter that mean nothing, said in a sentence each. */
  problems: z.array(z.string()),
})
export type BoardSummary = z.infer<typeof boardSummary>
