import type { ContextChange } from './context-change'
import type { JsonObject, JsonValue } from './json-document'
import { invalid } from './stored-document'

/**
 * Keeps `next_session_context` of the master context: what blocks, what to remember, what to resume. An action that ends
 * a block takes out what was said about exactly that mission, and nothing said about others.
 */
export function noteForNextSession(section: JsonObject, change: ContextChange, name: string): void {
  if (change.block === undefined) forget(section, change.mission, name)
  else addBlock(section, change, change.block, name)
  if (change.pickUp !== undefined) addOnce(section, 'when_we_resume', `Pick up ${change.pickUp}`)
}

function forget(section: JsonObject, mission: string, name: string): void {
  const blockers = blockersOf(section, name)
  if (blockers !== null) setOrRemove(section, 'blockers', othersOf(blockers, mission))
  dropLines(section, 'important_reminders', (line) => line.startsWith(`${mission}: `))
  dropLines(section, 'when_we_resume', (line) => line.startsWith(`${mission} -> `) || line === `Pick up ${mission}`)
}

function addBlock(
  section: JsonObject,
  change: ContextChange,
  block: NonNullable<ContextChange['block']>,
  name: string,
): void {
  const entry: JsonObject = new Map<string, JsonValue>([
    ['mission', change.mission],
    ['recorded_at', change.ts],
    ['summary', change.summary],
    ['reason', block.reason],
    ['needs', [...block.needs]],
  ])
  section.set('blockers', [...othersOf(blockersOf(section, name) ?? [], change.mission), entry])
  addOnce(section, 'important_reminders', `${change.mission}: ${block.reason}`)
  for (const need of block.needs) addOnce(section, 'when_we_resume', `${change.mission} -> ${need}`)
}

function blockersOf(section: JsonObject, name: string): JsonObject[] | null {
  const blockers = section.get('blockers')
  if (blockers === undefined || blockers === null) return null
  if (!Array.isArray(blockers)) throw invalid(name, 'Its blockers are no list')
  return blockers.map((entry) => {
    if (!(entry instanceof Map)) throw invalid(name, 'Its blockers hold something that is no object')
    return entry
  })
}

function othersOf(blockers: readonly JsonObject[], mission: string): JsonObject[] {
  return blockers.filter((entry) => entry.get('mission') !== mission)
}

function dropLines(section: JsonObject, key: string, isGone: (line: string) => boolean): void {
  const lines = section.get(key)
  if (!Array.isArray(lines)) return
  setOrRemove(
    section,
    key,
    lines.filter((line) => typeof line !== 'string' || !isGone(line)),
  )
}

function addOnce(section: JsonObject, key: string, line: string): void {
  const lines = section.get(key) ?? []
  // Something another program keeps there in its own shape is left alone.
  if (Array.isArray(lines) && !lines.includes(line)) section.set(key, [...lines, line])
}

function setOrRemove(section: JsonObject, key: string, list: JsonValue[]): void {
  if (list.length > 0) section.set(key, list)
  else section.delete(key)
}
