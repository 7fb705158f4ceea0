import type { ContextChange } from '../domain/context-change'
import { rememberInContext } from '../domain/context-memory'
import { canonicalJson, prettyJson } from '../domain/json-text'
import { archiveIsDue } from '../domain/snapshot-pace'
import { objectOf } from '../domain/stored-document'
import type { Capabilities } from '../store/capabilities'
import { contextText, saveContext, saveSnapshot } from '../store/context-rows'
import type { RowRef } from '../store/row-image'
import type { Tx } from '../store/store'

const CONTEXTS = ['project_context', 'master_context'] as const
const SOURCE = 'mission_runtime'

interface Writing {
  readonly tx: Tx
  readonly capabilities: Capabilities
  readonly at: string
  touch(ref: RowRef): void
}

/**
 * Writes what happened into both contexts, each with a snapshot of what it became. Answers whether older snapshots are to
 * be moved to the archive once this is committed.
 */
export function writeContexts(action: Writing, changes: readonly ContextChange[]): boolean {
  const { tx, capabilities, at } = action
  let due = false
  for (const id of CONTEXTS) {
    const document = objectOf(contextText(tx, id), `context ${id}`)
    rememberInContext(document, changes, { name: `context ${id}`, master: id === 'master_context' })
    const content = prettyJson(document)
    action.touch({ table: 'contexts', id })
    saveContext(tx, capabilities, { id, content, at })
    const sessionId = changes.at(-1)?.mission ?? ''
    const snapshot = saveSnapshot(tx, capabilities, {
      contextId: id,
      sessionId,
      source: SOURCE,
      canonical: canonicalJson(document),
      content,
      at,
    })
    due ||= snapshot !== null && archiveIsDue(snapshot, content.length)
  }
  return due
}
