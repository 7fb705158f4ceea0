import { sql } from 'drizzle-orm'
import { DomainError } from '../domain/fault'
import type { Capabilities } from './capabilities'
import type { Reader } from './store'
import { textOrEmpty, textOrNull } from './stored-value'

/** A context's row without its text. */
export interface ContextHead {
  readonly id: string
  readonly updatedAt: string | null
  readonly bytes: number
}

/** A snapshot's row without its text. */
export interface SnapshotHead {
  readonly id: number
  readonly createdAt: string | null
  readonly source: string | null
  readonly session: string | null
  readonly hash: string
  readonly bytes: number
  readonly pruned: boolean
}

const MOST_CONTEXTS = 500
/** Texts beyond this many bytes are measured and never loaded. */
export const LARGEST_CONTEXT = 8 * 1024 * 1024

/** Every context, in stored order; texts are measured and not loaded. */
export function readContextHeads(reader: Reader): ContextHead[] {
  return reader
    .values<unknown[]>(
      sql`SELECT c.id, c.updated_at, octet_length(c.content) FROM contexts c ORDER BY c.rowid LIMIT ${MOST_CONTEXTS}`,
    )
    .map(([id, updatedAt, bytes]) => ({
      id: textOrEmpty(id),
      updatedAt: textOrNull(updatedAt),
      bytes: Number(bytes),
    }))
}

/** A context's text and when it was written, or undefined when there is none of that id; a giant is refused unread. */
export function readContextRow(reader: Reader, id: string): { text: string; updatedAt: string | null } | undefined {
  const [row] = reader.values<unknown[]>(
    sql`SELECT CASE WHEN octet_length(content) <= ${LARGEST_CONTEXT} THEN content END, updated_at, octet_length(content) FROM contexts WHERE id = ${id} LIMIT 1`,
  )
  if (row === undefined) return undefined
  const bytes = Number(row[2])
  if (bytes > LARGEST_CONTEXT) throw new DomainError('unsupported', `Context ${id}: ${giantSentence(bytes)}`, { id })
  return { text: textOrEmpty(row[0]), updatedAt: textOrNull(row[1]) }
}

/** Why a text of that size is not read. */
export function giantSentence(bytes: number): string {
  return `It holds ${Math.round(bytes / 1024 / 1024)} MB, too much to read here; no agent could use it.`
}

/** A snapshot's row by its id, and whether another program or a move to the archive took its text. */
export interface SnapshotPlace {
  readonly id: number
  readonly pruned: boolean
}

/** Every snapshot of a context that has a row in the store, oldest first. */
export function readSnapshotPlaces(reader: Reader, context: string): SnapshotPlace[] {
  return reader
    .values<unknown[]>(
      sql`SELECT id, octet_length(content) = 0 FROM context_snapshots WHERE context_id = ${context} ORDER BY id`,
    )
    .map(([id, pruned]) => ({ id: Number(id), pruned: pruned === 1 }))
}

/** How many snapshots of a context have a row in the store: asked of an index, whatever their size. */
export function countSnapshots(reader: Reader, context: string): number {
  const [row] = reader.values<unknown[]>(sql`SELECT count(*) FROM context_snapshots WHERE context_id = ${context}`)
  return Number(row?.[0] ?? 0)
}

/** The newest snapshots of a context before an id that have a row in the store, newest first. */
export function readSnapshotHeads(
  reader: Reader,
  capabilities: Capabilities,
  page: { readonly context: string; readonly before: number; readonly limit: number },
): SnapshotHead[] {
  const tombstone = capabilities.has('context_snapshots', 'content_pruned_at') ? sql`content_pruned_at` : sql`NULL`
  return reader
    .values<unknown[]>(
      sql`SELECT id, created_at, source, session_id, content_hash, octet_length(content), ${tombstone} IS NOT NULL FROM context_snapshots WHERE id IN (SELECT id FROM context_snapshots WHERE context_id = ${page.context} AND id < ${page.before} ORDER BY id DESC LIMIT ${page.limit}) ORDER BY id DESC`,
    )
    .map(([id, createdAt, source, session, hash, bytes, pruned]) => ({
      id: Number(id),
      createdAt: textOrNull(createdAt),
      source: textOrNull(source),
      session: textOrNull(session),
      hash: textOrEmpty(hash),
      bytes: Number(bytes),
      pruned: pruned === 1 || Number(bytes) === 0,
    }))
}

/** A snapshot's text and time, or undefined when the context has none of that id; a pruned one has an empty text. */
export function readSnapshotRow(
  reader: Reader,
  context: string,
  id: number,
): { text: string; createdAt: string | null } | undefined {
  const [row] = reader.values<unknown[]>(
    sql`SELECT content, created_at FROM context_snapshots WHERE id = ${id} AND context_id = ${context} LIMIT 1`,
  )
  return row === undefined ? undefined : { text: textOrEmpty(row[0]), createdAt: textOrNull(row[1]) }
}

/** The newest snapshot of a context that is in the store with its text. */
export function readNewestSnapshot(reader: Reader, context: string): { id: number; text: string } | undefined {
  const [row] = reader.values<unknown[]>(
    sql`SELECT id, content FROM context_snapshots WHERE context_id = ${context} AND octet_length(content) > 0 ORDER BY id DESC LIMIT 1`,
  )
  return row === undefined ? undefined : { id: Number(row[0]), text: textOrEmpty(row[1]) }
}
