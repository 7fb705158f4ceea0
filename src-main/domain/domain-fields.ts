import type { JsonObject, JsonValue } from './json-document'
import type { MissionStatus } from './mission-status'

/** What newer stores keep about a mission's blocks and its being set aside, beside the metadata. */
export interface FieldsChange {
  readonly to: MissionStatus
  readonly at: string
  readonly block?: { readonly reason: string; readonly needs: readonly string[] } | undefined
  readonly resolution?: string | undefined
  readonly reason?: string | undefined
}

/** Writes an action into `domain_fields`; keys of other programs survive. Says whether anything changed. */
export function changeDomainFields(fields: JsonObject, from: string, change: FieldsChange): boolean {
  const before = fields.size
  const closed = from === 'Blocked' && change.to !== 'Blocked' && closeBlocker(fields, change)
  if (change.block !== undefined) {
    fields.set('blocker', change.block.reason)
    fields.set('blockers', [...change.block.needs])
    fields.set('blockedSince', change.at)
  }
  const parked = change.to === 'Deferred' ? 'deferred' : change.to === 'Dropped' ? 'dropped' : null
  if (parked !== null) {
    fields.set(`${parked}At`, change.at)
    fields.set(`${parked}Reason`, change.reason ?? null)
  }
  return closed || change.block !== undefined || parked !== null || fields.size !== before
}

function closeBlocker(fields: JsonObject, change: FieldsChange): boolean {
  const keys: ReadonlyArray<readonly [string, string]> = [
    ['blocker', 'previousBlocker'],
    ['blockers', 'previousBlockers'],
    ['blockedSince', 'previousBlockedSince'],
  ]
  const present = keys.filter(([key]) => (fields.get(key) ?? null) !== null)
  for (const [key, former] of present) {
    const value: JsonValue = fields.get(key) ?? null
    fields.set(former, value)
    fields.set(key, null)
  }
  if (present.length === 0) return false
  fields.set('unblockedAt', change.at)
  if (change.resolution !== undefined) fields.set('resolution', change.resolution)
  return true
}
