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
import type { Tx } from '../../store/store'
import { type ActionScope, unknownMission } from '../action'

/** What a change makes of a context, read again inside the transaction that writes it. */
export interface ContextChanged {
  readonly content: string
  readonly source: string
  readonly summary: string
  readonly warnings: readonly string[]
  /** Rows of other tables that belong to the change. */
  alsoWrite?(tx: Tx, capabilities: Capabilities): void
}

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
  const { store } = scope.workspace
  const at = nowText(scope.now)
  const receipt = store.write((tx) => {
    requireMission(tx, store.capabilities, input.mission)
    const before = readContextRow(tx, input.id)?.text
    const made = change(before, at)
    const writing = { tx, capabilities: store.capabilities, id: input.id, at }
    const changed = before === undefined || !holds(before, made.content)
    const previousSnapshot = changed && before !== undefined ? keep(writing, before, 'before_change') : null
    if (changed) {
      saveContext(tx, store.capabilities, { id: input.id, content: made.content, at })
      made.alsoWrite?.(tx, store.capabilities)
      appendEvent(tx, store.capabilities, eventOf(input, made, { at, agent: input.agent ?? scope.agent }))
    }
    return {
      id: input.id,
      changed,
      hash: contextHash(made.content),
      sizeKb: weighContext(made.content, readContext(made.content)).sizeKb,
      snapshot: changed ? keep(writing, made.content, made.source) : null,
      previousSnapshot,
      warnings: [...made.warnings],
    }
  })
  scope.workspace.upkeep.snapshots ||= receipt.snapshot !== null && archiveIsDue(receipt.snapshot, receipt.sizeKb * 1024)
  return receipt
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
}

/** Keeps a copy of a text unless the newest copy holds it already; answers the copy's id. */
function keep({ tx, capabilities, id, at }: Writing, content: string, source: string): number | null {
  const newest = readNewestSnapshot(tx, id)
  if (newest?.text === content) return newest.id
  const saved = saveSnapshot(tx, capabilities, {
    contextId: id,
    sessionId: null,
    source,
    canonical: canonicalText(content),
    content,
    at,
  })
  return saved ?? newest?.id ?? null
}

function requireMission(tx: Tx, capabilities: Capabilities, id: string | undefined): void {
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
