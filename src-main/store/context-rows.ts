import { sql } from 'drizzle-orm'
import type { Capabilities } from './capabilities'
import { sha256 } from './sha256'
import type { Reader, Tx } from './store'
import { checkTable, insertRow } from './write-rows'

/** The stored text of a context, or null when the store has none of that id. */
export function contextText(reader: Reader, id: string): string | null {
  const [row] = reader.all<{ content: string }>(
    sql`SELECT CAST(content AS TEXT) AS content FROM contexts WHERE id = ${id} LIMIT 1`,
  )
  return row?.content ?? null
}

/** Writes a context in place: replacing the row would take every earlier snapshot of it along. */
export function saveContext(
  tx: Tx,
  capabilities: Capabilities,
  context: { id: string; content: string; at: string },
): void {
  checkTable(capabilities, 'contexts')
  const { changes } = tx.run(
    sql`INSERT INTO contexts (id, source_path, content, updated_at) VALUES (${context.id}, '', ${context.content}, ${context.at}) ON CONFLICT (id) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at`,
  )
  if (changes !== 1) throw new Error(`Writing context ${context.id} changed ${changes} rows`)
}

/** Keeps a copy of a context, unless the newest copy of it has the same content; answers the copy's id. */
export function saveSnapshot(
  tx: Tx,
  capabilities: Capabilities,
  snapshot: {
    contextId: string
    sessionId: string | null
    source: string
    canonical: string
    content: string
    at: string
  },
): number | null {
  const hash = sha256(snapshot.canonical)
  const [newest] = tx.all<{ hash: string; empty: number }>(
    sql`SELECT content_hash AS hash, typeof(content) = 'text' AND octet_length(content) = 0 AS empty FROM context_snapshots WHERE context_id = ${snapshot.contextId} ORDER BY id DESC LIMIT 1`,
  )
  if (newest?.hash === hash && newest.empty === 0) return null
  return insertRow(tx, capabilities, 'context_snapshots', {
    context_id: snapshot.contextId,
    session_id: snapshot.sessionId,
    source: snapshot.source,
    content_hash: hash,
    content: snapshot.content,
    created_at: snapshot.at,
  })
}
