import type { JsonObject } from './json-document'

/** One escalation of a blocked mission to a named person, as it happens. */
export interface Escalation {
  readonly at: string
  readonly by: string
  readonly to: string
  readonly note: string
}

/** An escalation as `metadata.blocked_escalations` lists it: `{at, by, to, note, kind}`, the kind being the one before it. */
export function escalationEntry({ at, by, to, note }: Escalation, kind: string | null): JsonObject {
  const entry: JsonObject = new Map([
    ['at', at],
    ['by', by],
    ['to', to],
  ])
  if (note !== '') entry.set('note', note)
  if (kind !== null) entry.set('kind', kind)
  return entry
}

/** What was done, in a line for the session log. */
export function escalationSentence(to: string, note: string): string {
  return note === '' ? `Escalated to ${to}` : `Escalated to ${to}: ${note}`
}
