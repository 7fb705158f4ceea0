/** A session event as the store keeps it in `raw_event`: these keys, in this order. */
export type EventRecord = Readonly<Record<string, string | null | readonly string[]>>

export interface Said {
  readonly ts: string
  readonly agent: string
  readonly mission: string
  readonly summary: string
}

/** A start carries no `next_hint` key at all; every reader of the store is used to that. */
export function startEvent(said: Said): EventRecord {
  return { ...opening(said, 'start', 'in_progress'), summary: said.summary }
}

export function completeEvent(said: Said, nextHint: string | null): EventRecord {
  return { ...opening(said, 'complete', 'completed'), summary: said.summary, next_hint: nextHint }
}

export function blockedEvent(
  said: Said,
  block: { readonly nextHint: string | null; readonly needs: readonly string[]; readonly reason: string },
): EventRecord {
  return {
    ...opening(said, 'blocked', 'blocked'),
    summary: said.summary,
    next_hint: block.nextHint,
    needs: [...block.needs],
    reason: block.reason,
  }
}

/** Any other event: what was done, the mission's status after it, and what else is worth keeping. */
export function otherEvent(
  said: Said,
  done: { readonly action: string; readonly status: string; readonly nextHint?: string | null },
  more: EventRecord = {},
): EventRecord {
  return {
    ...opening(said, done.action, statusWord(done.status)),
    summary: said.summary,
    next_hint: done.nextHint ?? null,
    ...more,
  }
}

/** The word events use for a mission's status: `In Progress` is `in_progress`. */
export function statusWord(status: string): string {
  return status.toLowerCase().replaceAll(' ', '_')
}

function opening(said: Said, action: string, status: string): EventRecord {
  return { ts: said.ts, agent: said.agent, mission: said.mission, action, status }
}
