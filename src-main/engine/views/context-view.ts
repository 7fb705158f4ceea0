import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FileView } from '../../domain/parity'
import { contextHash } from '../../store/context-hash'
import { holdsSnapshot } from '../../store/holds-snapshot'
import { readContextText } from '../../store/read-report'
import type { Store } from '../../store/store'
import type { ViewProgress } from '../../store/view-progress'
import { contextFileText } from '../files/context-files'

/** A context and the file that shows it. */
export interface ContextView {
  readonly context: string
  readonly file: FileView
  readonly segments: readonly string[]
}

export const CONTEXT_VIEWS: readonly ContextView[] = [
  { context: 'project_context', file: 'PROJECT_CONTEXT.json', segments: ['PROJECT_CONTEXT.json'] },
  { context: 'master_context', file: 'context/MASTER_CONTEXT.json', segments: ['context', 'MASTER_CONTEXT.json'] },
]

/** What the file of a context must hold; undefined when the store has no such context. */
export function contextViewText(store: Store, { context }: ContextView): string | undefined {
  const stored = store.read((reader) => readContextText(reader, context))
  return stored === undefined ? undefined : contextFileText(context, stored)
}

/** A file's text, or undefined when there is no such file. */
export function readView(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** True when a file holds something that neither we wrote nor the store ever held: somebody's work, not a stale view. */
export function isForeign(
  store: Store,
  { context }: ContextView,
  text: string,
  known: ViewProgress | undefined,
): boolean {
  if (text.trim() === '' || known?.sha256 === hashOf(text)) return false
  const hash = contextHash(text)
  if (hash === EMPTY) return false
  return store.read((reader) => {
    const stored = readContextText(reader, context)
    return (stored === undefined || contextHash(stored) !== hash) && !holdsSnapshot(reader, context, hash)
  })
}

/** What is kept of a file after it was written. */
export function progressOf(file: FileView, text: string): ViewProgress {
  return { file, sha256: hashOf(text), bytes: Buffer.byteLength(text), event: null, eventSha256: null }
}

const EMPTY = contextHash('{}')

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
