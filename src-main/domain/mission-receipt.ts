import * as z from 'zod/mini'

/** What every action on missions answers: the ids really written, what to know, and how to take it back. */
export const missionReceipt = z.object({
  missions: z.array(z.object({ id: z.string(), status: z.string() })),
  /** The session event as written, keys in the order of the store's convention; null when the action logs none. */
  event: z.nullable(z.record(z.string(), z.unknown())),
  promoted: z.nullable(z.object({ id: z.string(), status: z.string() })),
  warnings: z.array(z.string()),
  /** Pass to `missions.undo` while it still applies; null when there is nothing to take back. */
  undo: z.nullable(z.string()),
})
export type MissionReceipt = z.infer<typeof missionReceipt>
