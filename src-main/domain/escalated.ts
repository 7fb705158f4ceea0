import * as z from 'zod/mini'
import { entriesIn, textIn } from './stored-json'
import type { MissionJson } from './stored-mission'
import { readTime, storedTime } from './stored-time'

/** Whom a blocked mission was escalated to last, when, and what they were told. */
export const escalated = z.object({ to: z.string(), at: storedTime, note: z.nullable(z.string()) })
export type Escalated = z.infer<typeof escalated>

/** The escalation of a mission's open block that counts, which is the last one; null when there is none. */
export function readEscalation(json: Pick<MissionJson, 'layers'>, key = 'blocked_escalations'): Escalated | null {
  const last = entriesIn(json, key).at(-1)
  const to = last && textIn([last], 'to')
  return last && to ? { to, at: readTime(last.at), note: textIn([last], 'note') } : null
}
