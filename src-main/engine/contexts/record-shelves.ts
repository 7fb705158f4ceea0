import { RECORD_KINDS, type RecordKind, type Shelf } from '../../domain/record'
import type { Capabilities } from '../../store/capabilities'
import { recordObstacle } from '../../store/record-rows'

const WORDS: Readonly<Record<RecordKind, string>> = {
  decision: 'decisions',
  constraint: 'constraints',
  learning: 'learnings',
  next_step: 'next steps',
  session: 'sessions',
}

/** For each kind, whether the store has a place for it and whether one can be added. */
export function recordShelves(capabilities: Capabilities): Shelf[] {
  return RECORD_KINDS.map((kind) => ({
    kind,
    kept: isKept(capabilities, kind),
    obstacle: captureObstacle(capabilities, kind),
  }))
}

/** Decisions, constraints and next steps have their list in a context, whatever the generation. */
function isKept(capabilities: Capabilities, kind: RecordKind): boolean {
  const inContexts = kind === 'decision' || kind === 'constraint' || kind === 'next_step'
  return inContexts || capabilities.has('sessions', 'captures') || recordObstacle(capabilities, kind) !== 'absent'
}

/** Why no record of a kind can be added to a store; null when one can. */
export function captureObstacle(capabilities: Capabilities, kind: RecordKind): string | null {
  if (!capabilities.writable) return capabilities.readOnlyReason ?? 'This store is read-only.'
  // Both have their list in the master context.
  if (kind === 'decision' || kind === 'constraint') return null
  if (kind === 'session') return 'Sessions are begun and ended by the agents that work in them.'
  const obstacle = recordObstacle(capabilities, kind)
  if (obstacle === null) return null
  const words = WORDS[kind]
  if (obstacle === 'absent') {
    const store =
      capabilities.generation === 'unknown' ? 'This store' : `A store of generation ${capabilities.generation}`
    return `${store} has no table for ${words}, and its structure is never changed. Record a decision instead; every store keeps those.`
  }
  return `This store is newer than this program: ${obstacle.column} must be filled and its meaning is unknown here, so ${words} are only read.`
}
