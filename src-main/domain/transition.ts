import { canonicalStatus, type MissionStatus } from './mission-status'

/** What a store's lifecycle says of a move: allowed, allowed with a warning, or refused, with the reason in a sentence. */
export type Verdict =
  | { readonly allowed: true; readonly warning: string | null }
  | { readonly allowed: false; readonly reason: string }

/** The moves of the newer programs; older ones allow every move, and we advise against those outside this table. */
const MOVES: Readonly<Record<MissionStatus, readonly MissionStatus[]>> = {
  Queued: ['Current', 'In Progress', 'Dropped', 'Deferred'],
  Current: ['In Progress', 'Blocked', 'Dropped', 'Deferred'],
  'In Progress': ['Completed', 'Blocked', 'Dropped', 'Deferred'],
  Blocked: ['In Progress', 'Current', 'Dropped', 'Deferred'],
  Deferred: ['Queued', 'Current', 'Dropped'],
  Completed: [],
  Dropped: [],
}

/** A status that no program knows can only be set right. */
const FROM_UNKNOWN: readonly MissionStatus[] = ['Queued', 'Deferred', 'Dropped']

/** Judges a move between statuses; `enforced` is whether this store's programs refuse what is outside the table. */
export function judgeMove(from: string, to: MissionStatus, enforced: boolean): Verdict {
  const known = canonicalStatus(from)
  const targets = known === undefined ? FROM_UNKNOWN : MOVES[known]
  if (targets.includes(to)) return { allowed: true, warning: null }
  if (enforced) return { allowed: false, reason: refusal(from, to, targets) }
  return { allowed: true, warning: advice(from, to) }
}

function advice(from: string, to: MissionStatus): string {
  if (from === to) return `It was ${to} already.`
  return `Going from ${from} to ${to} is unusual: newer programs refuse it.`
}

function refusal(from: string, to: MissionStatus, targets: readonly MissionStatus[]): string {
  if (from === to) return `It is ${to} already.`
  const next = targets.length === 0 ? 'it is final' : `from there it can become ${targets.join(', ')}`
  return `This store does not allow going from ${from} to ${to}; ${next}.`
}
