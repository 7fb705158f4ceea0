import * as z from 'zod/mini'
import { blockKind, need } from './block'
import { escalated } from './escalated'
import { storedTime } from './stored-time'

/** What a card shows. `since` is when the mission entered its status, as far as the store knows. */
export const missionCard = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  sprintId: z.nullable(z.string()),
  since: storedTime,
  /** True when a stored time contradicts another (a finish before its start): shown, never hidden. */
  implausible: z.boolean(),
  agent: z.nullable(z.string()),
  pattern: z.nullable(z.string()),
  /** Only for Blocked missions. */
  block: z.nullable(
    z.object({
      kind: blockKind,
      reason: z.nullable(z.string()),
      needs: z.array(need),
      escalated: z.nullable(escalated),
    }),
  ),
  /** Missions that must be completed first and are not, at most 5, and how many in all. */
  waitsFor: z.array(z.object({ id: z.string(), status: z.string() })),
  waitsForCount: z.number(),
  /** How many unfinished missions, directly or through others, wait for this one. */
  holds: z.number(),
  /** A fallback on this mission awaits a person's review. */
  reviewPending: z.boolean(),
})
export type MissionCard = z.infer<typeof missionCard>
