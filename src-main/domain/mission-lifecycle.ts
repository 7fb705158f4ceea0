import { type Block, closeBlock, storeBlock, storeEscalation } from './block-record'
import type { Escalation } from './escalation'
import type { JsonObject, JsonValue } from './json-document'
import type { MissionChange, NotesStyle, StoredMission } from './mission-change'
import { addNotes, listAt } from './mission-notes'
import type { MissionStatus, ParkedStatus } from './mission-status'

/** Starting: In Progress from `ts` on; an earlier completion or block goes to the mission's history. */
export function startMission(mission: StoredMission, ts: string): MissionChange {
  const metadata = reopened(mission, ts)
  closeBlock(metadata, { at: ts, resolution: null })
  metadata.set('started_at', ts)
  return { status: 'In Progress', completedAt: null, notes: mission.notes, metadata }
}

/** Completing: Completed at `ts`, with notes on the outcome. */
export function completeMission(
  mission: StoredMission,
  done: { readonly ts: string; readonly notes: string },
  style: NotesStyle,
): MissionChange {
  const metadata = copyOf(mission)
  if (metadata.get('completed_at') !== undefined) keepCompletion(metadata, mission.completedAt, done.ts)
  closeBlock(metadata, { at: done.ts, resolution: null })
  metadata.set('completed_at', done.ts)
  const notes = addNotes({ notes: mission.notes, metadata }, { text: done.notes, tag: 'Completed', at: done.ts }, style)
  return { status: 'Completed', completedAt: done.ts, notes, metadata }
}

/** Blocking: Blocked, with the reason as notes and the block in the metadata; an earlier block goes to the history. */
export function blockMission(mission: StoredMission, block: Block, style: NotesStyle): MissionChange {
  const metadata = reopened(mission, block.at)
  closeBlock(metadata, { at: block.at, resolution: null })
  storeBlock(metadata, block)
  const notes = addNotes(
    { notes: mission.notes, metadata },
    { text: block.reason, tag: 'Blocked', at: block.at },
    style,
  )
  return { status: 'Blocked', completedAt: null, notes, metadata }
}

/** Unblocking: the block, with how it was resolved, goes to the history; going on at once counts as a start. */
export function unblockMission(
  mission: StoredMission,
  end: { readonly ts: string; readonly resolution: string; readonly to: 'Queued' | 'Current' | 'In Progress' },
  style: NotesStyle,
): MissionChange {
  const metadata = copyOf(mission)
  closeBlock(metadata, { at: end.ts, resolution: end.resolution })
  if (end.to === 'In Progress') metadata.set('started_at', end.ts)
  const said = { text: end.resolution, tag: 'Unblocked', at: end.ts }
  const append = style === 'append' && end.resolution.trim() !== ''
  const notes = append ? addNotes({ notes: mission.notes, metadata }, said, style) : mission.notes
  return { status: end.to, completedAt: null, notes, metadata }
}

/** Escalating: it stays Blocked, for a named person from now on. Where programs append notes, the notes say so. */
export function escalateMission(mission: StoredMission, escalation: Escalation, style: NotesStyle): MissionChange {
  const metadata = copyOf(mission)
  storeEscalation(metadata, escalation)
  const { to, note, at } = escalation
  const said = { text: `to ${to}${note === '' ? '' : `: ${note}`}`, tag: 'Escalated', at }
  const notes = style === 'append' ? addNotes({ notes: mission.notes, metadata }, said, style) : mission.notes
  return { status: 'Blocked', completedAt: mission.completedAt, notes, metadata }
}

/** Setting a mission to wait again: promotion to Current, or back to the queue. It has not started yet. */
export function queueMission(mission: StoredMission, to: 'Queued' | 'Current', ts: string): MissionChange {
  const metadata = reopened(mission, ts)
  closeBlock(metadata, { at: ts, resolution: null })
  metadata.delete('started_at')
  return { status: to, completedAt: null, notes: mission.notes, metadata }
}

/** Setting a mission aside. */
export function parkMission(
  mission: StoredMission,
  parked: { readonly to: ParkedStatus; readonly ts: string; readonly reason: string },
  style: NotesStyle,
): MissionChange {
  const metadata = reopened(mission, parked.ts)
  closeBlock(metadata, { at: parked.ts, resolution: parked.reason === '' ? null : parked.reason })
  const said = { text: parked.reason, tag: parked.to, at: parked.ts }
  const speaks = parked.reason.trim() !== ''
  const notes = speaks ? addNotes({ notes: mission.notes, metadata }, said, style) : mission.notes
  return { status: parked.to, completedAt: null, notes, metadata }
}

/** Correcting the status alone, as an edit: dates and blocks follow the new status, nothing else moves. */
export function correctStatus(mission: StoredMission, to: MissionStatus, ts: string): MissionChange {
  if (to === mission.status) return { ...unchanged(mission), status: to }
  if (to === 'Completed') {
    const metadata = copyOf(mission)
    closeBlock(metadata, { at: ts, resolution: null })
    metadata.set('completed_at', ts)
    return { status: to, completedAt: mission.completedAt ?? ts, notes: mission.notes, metadata }
  }
  const metadata = reopened(mission, ts)
  if (mission.status === 'Blocked') closeBlock(metadata, { at: ts, resolution: null })
  if (to === 'Blocked') metadata.set('blocked_at', ts)
  if (to === 'In Progress') metadata.set('started_at', ts)
  return { status: to, completedAt: null, notes: mission.notes, metadata }
}

function unchanged(mission: StoredMission): Omit<MissionChange, 'status'> {
  return { completedAt: mission.completedAt, notes: mission.notes, metadata: copyOf(mission) }
}

/** The metadata of a mission that is open again: a completion it had goes to `completion_history`. */
function reopened(mission: StoredMission, ts: string): JsonObject {
  const metadata = copyOf(mission)
  const stale = mission.completedAt !== null || metadata.has('completed_at')
  if (stale) keepCompletion(metadata, mission.completedAt, ts)
  return metadata
}

function keepCompletion(metadata: JsonObject, column: string | null, ts: string): void {
  const completedAt: JsonValue = column ?? metadata.get('completed_at') ?? null
  const entry: JsonObject = new Map<string, JsonValue>([
    ['completed_at', completedAt],
    ['reopened_at', ts],
  ])
  metadata.delete('completed_at')
  metadata.set('completion_history', [...listAt(metadata, 'completion_history'), entry])
}

function copyOf(mission: StoredMission): JsonObject {
  return new Map(mission.metadata)
}
