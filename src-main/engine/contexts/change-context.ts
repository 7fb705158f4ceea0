import type { ContextReceipt } from '../../domain/context'
import { readContext, weighContext } from '../../domain/context-text'
import { prettyJson } from '../../domain/json-text'
import type { EventRecord } from '../../domain/lifecycle-event'
import { archiveIsDue } from '../../domain/snapshot-pace'
import { nowText } from '../../domain/timestamp'
import type { Capabilities } from '../../store/capabilities'
import { canonicalText, contextHash } from '../../store/context-hash'
import { saveContext, saveSnapshot } from '../../store/context-rows'
import { appendEvent } from '../../store/event-rows'
import { findMission } from '../../store/mission-rows'
import { readContextRow, readNewestSnapshot } from '../../store/read-contexts'
import { type RowChange, type RowRef, readImage } from '../../store/row-image'
import type { Tx } from '../../store/store'
import { type ActionScope, unknownMission } from '../action'

/** What a change makes of a context, read again inside the transaction that writes it. */
export interface ContextChanged {
  readonly content: string
  readonly source: string
  readonly summary: string
  readonly warnings: readonly string[]
  /** A row of another table that belongs to the change; answers which one it wrote. */
  alsoWrite?(tx: Tx, capabilities: Capabilities): RowRef
}

/** How the undo log calls a change of a context: taking it back restores the whole text, or is refused. */
export const CONTEXT_CHANGE = 'context change'

export interface ChangeInput {
  readonly id: string
  readonly agent?: string | undefined
  /** The mission it came from; its timeline then shows the change. */
  readonly mission?: string | undefined
}

/**
 * Changes one context in one transaction: a snapshot of what stood there when no other holds it, the new text, its
 * snapshot, a `context` event. A change that changes nothing writes nothing.
 */
export function changeContext(
  scope: ActionScope,
  input: ChangeInput,
  change: (text: string | undefined, at: string) => ContextChanged,
): ContextReceipt {
  const { changes, ...done } = scope.workspace.store.write((tx) => changeInside(tx, scope, input, change))
  return { ...done, undo: undoOf(scope, changes) }
}

/** The change itself, inside a transaction that may hold others; `changes` are for the undo log, after the commit. */
export function changeInside(
  tx: Tx,
  scope: ActionScope,
  input: ChangeInput,
  change: (text: string | undefined, at: string) => ContextChanged,
): Omit<ContextReceipt, 'undo'> & { readonly changes: RowChange[] } {
  const { store, undoable, upkeep } = scope.workspace
  const at = nowText(scope.now)
  requireMission(tx, store.capabilities, input.mission)
  const before = readContextRow(tx, input.id)?.text
  const made = change(before, at)
  const saved = (snapshot: number, bytes: number) => {
    upkeep.snapshots ||= archiveIsDue(snapshot, bytes)
  }
  const writing = { tx, capabilities: store.capabilities, id: input.id, at, saved }
  const changed = before === undefined || !holds(before, made.content)
  const previousSnapshot = changed && before !== undefined ? keep(writing, before, 'before_change') : null
  const written = changed
    ? write(writing, made, { undoable: undoable && before !== undefined })
    : { snapshot: null, changes: [] }
  if (changed) {
    appendEvent(tx, store.capabilities, eventOf(input, made, { at, agent: input.agent ?? scope.agent }))
  }
  return {
    id: input.id,
    changed,
    hash: contextHash(made.content),
    sizeKb: weighContext(made.content, readContext(made.content)).sizeKb,
    ...written,
    previousSnapshot,
    summary: made.summary,
    warnings: [...made.warnings],
  }
}

/** Remembers how to take a change back; null when there is nothing to take back. */
export function undoOf({ workspace }: ActionScope, changes: readonly RowChange[]): string | null {
  return changes.length === 0
    ? null
    : workspace.undoLog.record({ action: CONTEXT_CHANGE, missions: [], changes: [...changes] })
}

/** Writes the text, what belongs to it, and its snapshot; answers what would take the change back. */
function write(
  writing: Writing,
  made: ContextChanged,
  { undoable }: { readonly undoable: boolean },
): { snapshot: number | null; changes: RowChange[] } {
  const { tx, capabilities, id, at } = writing
  const ref = { table: 'contexts', id } as const
  const before = undoable ? readImage(tx, ref) : null
  saveContext(tx, capabilities, { id, content: made.content, at })
  const other = made.alsoWrite?.(tx, capabilities)
  const changes = undoable
    ? [
        { ref, before, after: readImage(tx, ref) },
        ...(other === undefined ? [] : [{ ref: other, before: null, after: readImage(tx, other) }]),
      ]
    : []
  return { snapshot: keep(writing, made.content, made.source), changes }
}

/** True when a stored text is the same document, whatever its spacing. */
function holds(text: string, content: string): boolean {
  const { document } = readContext(text)
  return document !== null && prettyJson(document) === content
}

interface Writing {
  readonly tx: Tx
  readonly capabilities: Capabilities
  readonly id: string
  readonly at: string
  /** Hears of every snapshot that was written. */
  saved(snapshot: number, bytes: number): void
}

/** Keeps a copy of a text unless the newest copy holds it already; answers the copy's id. */
function keep({ tx, capabilities, id, at, saved }: Writing, content: string, source: string): number | null {
  const newest = readNewestSnapshot(tx, id)
  if (newest?.text === content) return newest.id
  const snapshot = saveSnapshot(tx, capabilities, {
    contextId: id,
    sessionId: null,
    source,
    canonical: canonicalText(content),
    content,
    at,
  })
  if (snapshot !== null) saved(snapshot, content.length)
  return snapshot ?? newest?.id ?? null
}

/** Refuses a mission that the store does not hold. */
export function requireMission(tx: Tx, capabilities: Capabilities, id: string | undefined): void {
  if (id !== undefined && findMission(tx, capabilities, id) === undefined) throw unknownMission(id, 'editing')
}

function eventOf(input: ChangeInput, made: ContextChanged, who: { at: string; agent: string }): EventRecord {
  return {
    ts: who.at,
    agent: who.agent,
    mission: input.mission ?? null,
    action: 'context',
    status: 'updated',
    summary: made.summary,
    next_hint: null,
    context: input.id,
  }
}

const SUMMARY_LENGTH = 300

/** What was said, as one line of bounded length. */
export function clippedLine(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > SUMMARY_LENGTH ? `${line.slice(0, SUMMARY_LENGTH - 1)}…` : line
}
