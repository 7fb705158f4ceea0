import { BLOCK_KINDS, type BlockKind, type Need } from './block'
import { type Escalated, readEscalation } from './escalated'
import { isObject, type JsonObject, textIn, textsIn, textsOf } from './stored-json'
import type { MissionJson } from './stored-mission'

/** Why a mission is blocked, as far as its writer said. */
export interface BlockRecord {
  readonly kind: BlockKind | null
  readonly reason: string | null
  readonly needs: readonly Need[]
  readonly escalated: Escalated | null
}

/** Reads the block that the writers of every generation leave: `blocked_*` in metadata, or `blocker*` in domain fields. */
export function readBlock(json: MissionJson): BlockRecord {
  const kind = textIn(json.layers, 'blocked_kind')
  return {
    kind: BLOCK_KINDS.find((known) => known === kind) ?? null,
    reason: textIn(json.layers, 'blocked_reason') ?? textIn([json.domain], 'blocker'),
    needs: readNeeds(json),
    escalated: readEscalation(json),
  }
}

/**
 * The kind to show when the writer named none: waiting for missions when every need names a mission, or when nothing but
 * unfinished prerequisites could explain the block; a person in every other case.
 */
export function blockKindOf(record: BlockRecord, isMission: (text: string) => boolean, waits: boolean): BlockKind {
  if (record.kind !== null) return record.kind
  if (record.needs.length > 0)
    return record.needs.every((need) => namesMission(need.text, isMission)) ? 'mission' : 'person'
  return record.reason === null && waits ? 'mission' : 'person'
}

/** A need names a mission when it is its id, or starts with it and goes on after a colon or a space (`B4.2: merged`). */
function namesMission(text: string, isMission: (text: string) => boolean): boolean {
  const trimmed = text.trim()
  return isMission(trimmed) || isMission(trimmed.split(/[\s:,;]/, 1)[0] ?? '')
}

function readNeeds(json: MissionJson): readonly Need[] {
  const met = json.layers.map((layer) => layer.blocked_needs_met).find(isObject) ?? {}
  const listed = json.layers.map((layer) => layer.blocked_needs).find((value) => needsOf(value, met).length > 0)
  const needs = needsOf(listed, met)
  return needs.length > 0 ? needs : textsIn([json.domain], 'blockers').map((text) => needOf(text, met))
}

function needsOf(value: unknown, met: JsonObject): readonly Need[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : textsOf(value)
  return items.flatMap((item) => {
    if (typeof item === 'string') return item.trim() === '' ? [] : [needOf(item, met)]
    if (!isObject(item) || typeof item.text !== 'string') return []
    return [{ text: item.text, met: typeof item.met === 'string' ? item.met : null }]
  })
}

function needOf(text: string, met: JsonObject): Need {
  const at = Object.hasOwn(met, text) ? met[text] : null
  return { text, met: typeof at === 'string' ? at : null }
}
