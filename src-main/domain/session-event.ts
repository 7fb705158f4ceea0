import * as z from 'zod/mini'
import { storedTime } from './stored-time'

export const sessionEvent = z.object({
  id: z.number(),
  time: storedTime,
  agent: z.nullable(z.string()),
  mission: z.nullable(z.string()),
  action: z.nullable(z.string()),
  status: z.nullable(z.string()),
  summary: z.nullable(z.string()),
  nextHint: z.nullable(z.string()),
  needs: z.array(z.string()),
  /** Present when the row belongs to a planning session instead of, or besides, a mission. */
  session: z.optional(z.string()),
})
export type SessionEvent = z.infer<typeof sessionEvent>
