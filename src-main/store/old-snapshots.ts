import { type SQL, sql } from 'drizzle-orm'
import { OWN_SOURCES, PLAIN_SNAPSHOTS } from '../domain/snapshot-pace'
import type { Capabilities } from './capabilities'
import type { Reader, Tx } from './store'

/** A snapshot with its text, as it is in the store. */
export interface FullSnapshot {
  readonly id: number
  readonly at: string
  readonly session: string | null
  readonly source: string | null
  readonly hash: string
  readonly text: string
}

/** The seven columns of the first generation; a row with more of them says things that an archive would lose. */
const PLAIN_COLUMNS = 7
const MOST_ROWS = 128
const MOST_BYTES = 8 * 1024 * 1024
/** A SHA-256 as ours; other programs write shorter ones. */
const HASH_LENGTH = 64

/**
 * How a snapshot may leave the store: as a whole row, by its text alone where the store's generation has a column that
 * says so, or not at all.
 */
export function departure(capabilities: Capabilities): 'row' | 'text' | null {
  if (capabilities.tables.get('context_snapshots')?.columns.size === PLAIN_COLUMNS) return 'row'
  return capabilities.has('context_snapshots', 'content_pruned_at') ? 'text' : null
}

/** When the store was seeded, which tells its present life from an earlier one. */
export function storeLife(reader: Reader): string {
  const [row] = reader.all<{ value: unknown }>(sql`SELECT value FROM metadata WHERE key = 'seeded_at' LIMIT 1`)
  return typeof row?.value === 'string' ? row.value : ''
}

/** The ids of all contexts. */
export function contextIds(reader: Reader): string[] {
  return reader.all<{ id: string }>(sql`SELECT CAST(id AS TEXT) AS id FROM contexts ORDER BY rowid`).map(({ id }) => id)
}

/**
 * The oldest snapshots of a context that are ours and may leave, oldest first: not the newest ones of the context, and not
 * its very oldest row. Only that one could be the reference program's, each of whose writes erases those before it.
 */
export function oldSnapshots(reader: Reader, capabilities: Capabilities, context: string): FullSnapshot[] {
  const ofContext = sql`SELECT id FROM context_snapshots WHERE context_id = ${context}`
  const sources = sql.join(
    OWN_SOURCES.map((source) => sql`${source}`),
    sql`, `,
  )
  const rows = reader.all<FullSnapshot & { bytes: number }>(
    sql`SELECT id, created_at AS at, session_id AS session, source, content_hash AS hash, content AS text, octet_length(content) AS bytes FROM context_snapshots
      WHERE context_id = ${context} AND id > (${ofContext} ORDER BY id LIMIT 1)
        AND id < (SELECT min(id) FROM (${ofContext} ORDER BY id DESC LIMIT ${PLAIN_SNAPSHOTS}))
        AND source IN (${sources}) AND length(content_hash) = ${HASH_LENGTH}
        AND typeof(content) = 'text' AND octet_length(content) BETWEEN 1 AND ${MOST_BYTES}
        AND typeof(created_at) = 'text' AND typeof(session_id) IN ('text', 'null') ${notReferred(capabilities)}
      ORDER BY id LIMIT ${MOST_ROWS}`,
  )
  let bytes = 0
  return rows
    .filter((row) => {
      bytes += row.bytes
      return bytes <= MOST_BYTES
    })
    .map(({ bytes: _bytes, ...row }) => row)
}

/** Takes a snapshot out of the store if it still is, to the letter, what was archived. */
export function releaseSnapshot(
  tx: Tx,
  how: 'row' | 'text',
  context: string,
  snapshot: FullSnapshot & { readonly now: string },
): boolean {
  const { id, hash, text, now } = snapshot
  const same = sql`id = ${id} AND context_id = ${context} AND content_hash = ${hash} AND content = ${text}`
  const release: SQL =
    how === 'row'
      ? sql`DELETE FROM context_snapshots WHERE ${same}`
      : sql`UPDATE context_snapshots SET content = '', content_pruned_at = ${now} WHERE ${same}`
  return tx.run(release).changes === 1
}

/** Decisions of some generations name the snapshot they were made in. */
function notReferred(capabilities: Capabilities): SQL {
  return capabilities.has('strategic_decisions', 'snapshot_id')
    ? sql`AND id NOT IN (SELECT snapshot_id FROM strategic_decisions WHERE snapshot_id IS NOT NULL)`
    : sql``
}
