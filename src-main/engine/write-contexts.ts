import type { ContextChange } from '../domain/context-change'
import { rememberInContext } from '../domain/context-memory'
import { documentTexts, type KeptTexts } from '../domain/document-texts'
import type { JsonObject } from '../domain/json-document'
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
    const { document, kept } = documentOf(tx, id)
    rememberInContext(document, changes, {
      name: `context ${id}`,
      master: id === 'master_context',
      bytesOf: (measured) => documentTexts(measured, kept).lineBytes,
    })
    const { pretty: content, canonical } = documentTexts(document, kept)
    action.touch({ table: 'contexts', id })
    saveContext(tx, capabilities, { id, content, at })
    writtenThrough(tx).set(id, { text: content, document, kept })
    const sessionId = changes.at(-1)?.mission ?? ''
    const snapshot = saveSnapshot(tx, capabilities, {
      contextId: id,
      sessionId,
      source: SOURCE,
      canonical,
      content,
      at,
    })
    due ||= snapshot !== null && archiveIsDue(snapshot, content.length)
  }
  return due
}

/** A document for changing, with what is kept of its texts. */
interface Known {
  readonly document: JsonObject
  readonly kept: KeptTexts
}

interface Written extends Known {
  readonly text: string
}

/** What was written last through a connection, as it was read for that: a process that acts often need not read it again. */
const written = new WeakMap<Tx, Map<string, Written>>()

function writtenThrough(tx: Tx): Map<string, Written> {
  const known = written.get(tx) ?? new Map<string, Written>()
  written.set(tx, known)
  return known
}

/** A context's document for changing. Whatever another program or a rolled back action left there is read anew. */
function documentOf(tx: Tx, id: string): Known {
  const text = contextText(tx, id)
  const known = writtenThrough(tx)
  const last = known.get(id)
  // It is about to change, and is good for nothing unless that is written.
  known.delete(id)
  if (last !== undefined && last.text === text) return last
  return { document: objectOf(text, `context ${id}`), kept: new WeakMap() }
}
