import * as z from 'zod/mini'

/** Counts are computed from the missions, never read from the stored counters. `owned` leaves out Deferred and Dropped. */
export const sprint = z.object({
  id: z.string(),
  title: z.string(),
  focus: z.nullable(z.string()),
  status: z.nullable(z.string()),
  startDate: z.nullable(z.string()),
  endDate: z.nullable(z.string()),
  owned: z.number(),
  completed: z.number(),
  blocked: z.number(),
  parked: z.number(),
  current: z.boolean(),
})
export type Sprint = z.infer<typeof sprint>
