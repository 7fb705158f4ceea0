import * as z from 'zod/mini'
import { missionCard } from './mission-card'
import { storedTime } from './stored-time'

export const triageRow = z.object({
  card: missionCard,
  /** (missions held + 1) x log2(2 + hours waiting): the default order. */
  score: z.number(),
  /** How often this mission was blocked before, from its events. */
  timesBlocked: z.number(),
  /** It waits for a mission that can never finish: missing, dropped, in a circle, or dead itself. */
  dead: z.boolean(),
  /** Left alone until then (epoch milliseconds), or null. */
  snoozedUntil: z.nullable(z.number()),
})
export type TriageRow = z.infer<typeof triageRow>

export const attentionItem = z.object({
  kind: z.enum(['blocked', 'review', 'stale', 'store']),
  mission: z.nullable(missionCard),
  /** One sentence that says what is wanted. */
  sentence: z.string(),
  since: storedTime,
})
export type AttentionItem = z.infer<typeof attentionItem>
