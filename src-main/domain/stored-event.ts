import type { SessionEvent } from './session-event'
import { readObject, textIn, textsOf } from './stored-json'
import { firstKnownTime, readTime } from './stored-time'

/** A session event's row as stored. */
export interface StoredEvent {
  readonly id: number
  readonly ts: string | null
  readonly agent: string | null
  readonly mission: string | null
  readonly action: string | null
  readonly status: string | null
  readonly summary: string | null
  readonly nextHint: string | null
  readonly rawEvent: string | null
}

/** A planning session's id (`PS-2025-11-13-001`): newer programs store it where a mission's id belongs. */
const SESSION_ID = /^PS-\d{4}-\d{2}-\d{2}-\d+/

/**
 * An event as it is shown. Legacy rows keep their content in `raw_event` only, and rows of a session carry the session's id
 * in the mission column: `mission` is then null and `session` names it, unless a mission really has that id.
 */
export function sessionEventOf(row: StoredEvent, isMission: (id: string) => boolean): SessionEvent {
  const raw = readObject(row.rawEvent).object
  const mission = row.mission ?? textIn([raw], 'mission')
  const ofSession = mission !== null && SESSION_ID.test(mission) && !isMission(mission)
  const session = ofSession ? mission : textIn([raw], 'session_id')
  return {
    id: row.id,
    time: firstKnownTime([readTime(row.ts), readTime(raw.ts), readTime(raw.timestamp)]),
    agent: row.agent ?? textIn([raw], 'agent'),
    mission: ofSession ? null : mission,
    action: row.action ?? textIn([raw], 'action', 'type'),
    status: row.status,
    summary: row.summary ?? textIn([raw], 'summary', 'description'),
    nextHint: row.nextHint ?? textIn([raw], 'next_hint', 'next_task'),
    needs: [...textsOf(raw.needs)],
    ...(session === null ? {} : { session }),
  }
}

/** What an event did to its mission, whichever program's words it uses; null for everything else. */
export function eventDeed(action: string | null): 'start' | 'complete' | 'block' | null {
  switch (action?.trim().toLowerCase()) {
    case 'start':
      return 'start'
    case 'complete':
      return 'complete'
    case 'block':
    case 'blocked':
      return 'block'
    default:
      return null
  }
}
