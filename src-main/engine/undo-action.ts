import type { DependencyEdge } from '../domain/dependency-direction'
import { DomainError } from '../domain/fault'
import { otherEvent } from '../domain/lifecycle-event'
import type { MissionReceipt } from '../domain/mission-receipt'
import { canonicalText } from '../store/context-hash'
import { saveSnapshot } from '../store/context-rows'
import { edgesOf, findMission } from '../store/mission-rows'
import { setPlaces } from '../store/queue-order'
import { type RowChange, readImage, restoreImage, sameImage } from '../store/row-image'
import type { Tx } from '../store/store'
import { type Action, type ActionScope, runAction } from './action'
import { CONTEXT_CHANGE } from './contexts/change-context'
import type { UndoEntry } from './undo-log'

/**
 * Takes an action back: every row it wrote becomes what it was, unless one has changed since. What it logged stays in
 * the log, followed by an `undo` event.
 */
export function undoAction(scope: ActionScope, input: { readonly undo: string }): MissionReceipt {
  const { undoLog } = scope.workspace
  const entry = undoLog.find(input.undo)
  if (entry === undefined) {
    throw new DomainError('not_found', 'That action can no longer be taken back.')
  }
  const receipt = runAction(scope, 'undo', (action) => {
    const changes = restorable(action, entry).sort((left, right) => turnOf(left) - turnOf(right))
    for (const { ref } of changes) action.touch(ref)
    restorePlaces(action.tx, changes)
    for (const change of changes) restoreImage(action.tx, change)
    for (const id of entry.missions) logUndo(action, scope.agent, id, entry.action)
    if (entry.missions.length === 0) logContextUndo(action, scope.agent, changes)
    return undefined
  })
  undoLog.forget(input.undo)
  return receipt
}

/**
 * Missions, sprints and dependencies must be as the action left them; a context that moved on is left as it is, unless
 * changing it was the action.
 */
function restorable(action: Action, { changes, action: undone }: UndoEntry): RowChange[] {
  return changes.filter((change) => {
    const { ref, before, after } = change
    if (ref.table === 'contexts' && before === null) return false
    const same = sameImage(readImage(action.tx, ref), after)
    if (ref.table === 'missions' && before === null && hasOtherEdges(action, ref.id, changes))
      throw changedSince(ref.id)
    if (same) return true
    if (ref.table !== 'contexts' || undone === CONTEXT_CHANGE)
      throw changedSince(ref.table === 'mission_dependencies' ? ref.from : ref.id)
    action.warn(`The ${ref.id.replaceAll('_', ' ')} changed since, so it keeps its memory of the action.`)
    return false
  })
}

/** A dependency goes before the missions it is about, and comes back after them. */
function turnOf({ ref, before }: RowChange): number {
  if (ref.table !== 'mission_dependencies') return 1
  return before === null ? 0 : 2
}

/** Has a mission, which would be removed, dependencies that would not be removed with it? */
function hasOtherEdges(action: Action, id: string, changes: readonly RowChange[]): boolean {
  const goes = ({ from, to }: DependencyEdge) =>
    changes.some(
      ({ ref, before }) =>
        before === null && ref.table === 'mission_dependencies' && ref.from === from && ref.to === to,
    )
  return edgesOf(action.tx, [id]).some((edge) => !goes(edge))
}

function restorePlaces(tx: Tx, changes: readonly RowChange[]): void {
  const places = changes.flatMap(({ ref, before, after }) => {
    const moved = ref.table === 'missions' && before !== null && after !== null && before.rowid !== after.rowid
    return moved ? [{ id: ref.id, rowid: Number(before.rowid) }] : []
  })
  setPlaces(tx, places)
}

function logUndo(action: Action, agent: string, id: string, undone: string): void {
  const status = findMission(action.tx, action.capabilities, id)?.status
  if (status !== undefined) action.wrote(id, status)
  const said = { ts: action.at, agent, mission: id, summary: `Took back: ${undone}` }
  action.log(otherEvent(said, { action: 'undo', status: status ?? 'removed' }))
}

/** A context that became what it was is a change of its own: with a snapshot, and an event that says so. */
function logContextUndo(action: Action, agent: string, changes: readonly RowChange[]): void {
  for (const { ref, before } of changes) {
    const content = typeof before?.content === 'string' ? before.content : null
    if (ref.table !== 'contexts' || content === null) continue
    const { tx, capabilities, at } = action
    const canonical = canonicalText(content)
    saveSnapshot(tx, capabilities, { contextId: ref.id, sessionId: null, source: 'undo', canonical, content, at })
    const summary = `Took back the last change of the ${ref.id.replaceAll('_', ' ')}`
    action.log({ ts: at, agent, mission: null, action: 'context', status: 'updated', summary, next_hint: null })
  }
}

function changedSince(id: string): DomainError {
  return new DomainError('conflict', `${id} changed since, so the action cannot be taken back any more.`, { id })
}
