import type { BlockKind } from './block'
import { type Escalation, escalationEntry } from './escalation'
import type { JsonObject } from './json-document'
import { listAt } from './mission-notes'
import { NEEDS_MET } from './ticks'

const KEYS = [
  'blocked_at',
  'blocked_reason',
  'blocked_needs',
  'blocked_kind',
  NEEDS_MET,
  'blocked_escalations',
] as const

/** What a mission waits for, from the moment it is blocked. */
export interface Block {
  readonly at: string
  readonly reason: string
  readonly needs: readonly string[]
  /** Stored only when it was said, or when every need names a mission. */
  readonly kind: BlockKind | null
}

/**
 * The kind of a block: as said, else `mission` when every need names a mission, else null: a reader then takes it for
 * `person`, and the stored shape stays the one every program writes.
 */
export function kindOfBlock(
  said: BlockKind | undefined,
  needs: readonly string[],
  known: ReadonlySet<string>,
): BlockKind | null {
  if (said !== undefined) return said
  return needs.length > 0 && needs.every((need) => known.has(need.trim())) ? 'mission' : null
}

/** Stores a block in the metadata it is given; needs ticked under an earlier block of it do not count for this one. */
export function storeBlock(metadata: JsonObject, block: Block): void {
  metadata.set('blocked_at', block.at)
  metadata.set('blocked_reason', block.reason)
  if (block.needs.length > 0) metadata.set('blocked_needs', [...block.needs])
  else metadata.delete('blocked_needs')
  if (block.kind !== null) metadata.set('blocked_kind', block.kind)
  else metadata.delete('blocked_kind')
  metadata.delete(NEEDS_MET)
  metadata.delete('blocked_escalations')
}

/** From now on a named person has to act; the kind it was of, and whom it was escalated to before, stay on record. */
export function storeEscalation(metadata: JsonObject, escalation: Escalation): void {
  const former = metadata.get('blocked_kind')
  const entry = escalationEntry(escalation, typeof former === 'string' ? former : null)
  metadata.set('blocked_escalations', [...listAt(metadata, 'blocked_escalations'), entry])
  metadata.set('blocked_kind', 'person')
}

/**
 * Takes a finished block out of the metadata and keeps it in `block_history` as
 * `{at, reason, needs, kind, needs_met, escalations, ended_at, resolution}`. Says whether there was one.
 */
export function closeBlock(
  metadata: JsonObject,
  end: { readonly at: string; readonly resolution: string | null },
): boolean {
  const present = KEYS.filter((key) => metadata.has(key))
  if (present.length === 0) return false
  const entry: JsonObject = new Map()
  for (const key of present) {
    entry.set(key.replace('blocked_', ''), metadata.get(key) ?? null)
    metadata.delete(key)
  }
  entry.set('ended_at', end.at)
  if (end.resolution !== null) entry.set('resolution', end.resolution)
  metadata.set('block_history', [...listAt(metadata, 'block_history'), entry])
  return true
}

/** The needs of the open block, as texts. */
export function needsOf(metadata: JsonObject): string[] {
  return listAt(metadata, 'blocked_needs').filter((item): item is string => typeof item === 'string')
}
