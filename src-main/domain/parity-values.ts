import type { JsonValue } from './json-document'
import { lineJson } from './json-text'
import type { Drift, NewerSide } from './parity'

const LONGEST = 200

/** Which side a time belongs to that is later; instants of unknown sides tell nothing. */
export function newerOf(store: number | null, file: number | null): NewerSide {
  if (store === null || file === null || store === file) return 'unknown'
  return store > file ? 'store' : 'file'
}

/** A value as a person can compare it with another: text as it is, anything else as JSON, long ones cut. */
export function shownValue(value: JsonValue | undefined): string | null {
  if (value === undefined) return null
  return clipped(typeof value === 'string' ? value : lineJson(value))
}

/** A text that says it was cut. */
export function clipped(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text
}

/** The markers by which agents tell where work stands; whatever else a context holds is just its content. */
export function areaOf(path: string): Drift['area'] {
  switch (path) {
    case 'working_memory.active_mission':
      return 'active mission'
    case 'working_memory.session_count':
      return 'session count'
    case 'working_memory.last_session':
      return 'last session'
    default:
      return 'context'
  }
}
