import { lineJson } from '../domain/json-text'
import type { EventRecord } from '../domain/lifecycle-event'
import type { Capabilities } from './capabilities'
import type { Tx } from './store'
import { insertRow, type SqlValue } from './write-rows'

/** Appends one session event; its columns mirror the record, which is kept whole in `raw_event`. */
export function appendEvent(tx: Tx, capabilities: Capabilities, event: EventRecord): void {
  const text = (key: string): SqlValue => {
    const value = event[key]
    return typeof value === 'string' ? value : null
  }
  insertRow(tx, capabilities, 'session_events', {
    ts: text('ts'),
    agent: text('agent'),
    mission: text('mission'),
    action: text('action'),
    status: text('status'),
    summary: text('summary'),
    next_hint: text('next_hint'),
    raw_event: lineJson(event),
  })
}
