import { escalationSentence } from './escalation'
import type { MissionCard } from './mission-card'
import type { Orchestration } from './mission-review'

const HOUR = 3_600_000

/** What a blocked mission wants, in one sentence. */
export function blockedSentence(card: MissionCard): string {
  const escalated = card.block?.escalated ?? null
  if (escalated !== null) return escalationSentence(escalated.to, escalated.note ?? '')
  const open = (card.block?.needs ?? []).filter((need) => need.met === null)
  const [first] = open
  if (first !== undefined) return `Needs: ${first.text}${open.length > 1 ? ` (and ${open.length - 1} more)` : ''}`
  if ((card.block?.needs.length ?? 0) > 0) return 'Everything it needed is met: unblock it.'
  return card.block?.reason ?? 'Blocked without a reason: ask its agent what it needs.'
}

/** What a fallback asks of a person. */
export function reviewSentence(orchestration: Orchestration): string {
  const why = orchestration.fallbackReason
  return why === null ? 'A fallback awaits your review.' : `A fallback awaits your review: ${why}`
}

/** How long a mission In Progress has been silent. */
export function staleSentence(lastHeard: number | null, now: number): string {
  if (lastHeard === null) return 'In Progress, but nothing was ever logged for it.'
  const hours = Math.floor((now - lastHeard) / HOUR)
  const long = hours < 48 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : `${Math.floor(hours / 24)} days`
  return `In Progress, but nothing was logged for ${long}.`
}
