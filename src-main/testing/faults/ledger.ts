import { basename, dirname } from 'node:path'
import { historyOf } from '../../engine/snapshots/snapshot-history'
import { openWorkspace } from '../../engine/workspace'
import { newDatabase } from '../../store/connection'
import { contextIds } from '../../store/old-snapshots'
import { readSnapshotPlaces } from '../../store/read-contexts'
import type { Reader, Store } from '../../store/store'

/** What a store holds of the events that writers were told are stored. */
export interface Ledger {
  readonly stored: number
  /** Stored, but the writer was killed before it could hear of it. */
  readonly unheard: number
  readonly problems: string[]
}

/**
 * Holds a store against what was acknowledged: every event is there exactly once, no action is half there, and SQLite
 * finds nothing wrong.
 */
export function checkLedger(database: string, acknowledged: readonly string[]): Ledger {
  const client = newDatabase(database, { fileMustExist: true, timeout: 5_000 })
  try {
    const stored = client.prepare('SELECT summary FROM session_events ORDER BY id').pluck().all().map(String)
    const times = new Map<string, number>()
    for (const summary of stored) times.set(summary, (times.get(summary) ?? 0) + 1)
    const lost = acknowledged.filter((summary) => !times.has(summary))
    const doubled = [...times].filter(([, count]) => count > 1).map(([summary]) => summary)
    const damage = client.pragma('integrity_check', { simple: true })
    return {
      stored: stored.length,
      unheard: stored.length - acknowledged.length + lost.length,
      problems: [
        ...list('acknowledged and lost', lost),
        ...list('stored more than once', doubled),
        ...list('status and last event differ', torn(client)),
        ...list('sessions counted and events stored differ', miscounted(client)),
        ...list('snapshots and events stored differ', missingSnapshots(database, ownEvents(client))),
        ...(damage === 'ok' ? [] : [`integrity: ${String(damage)}`]),
      ],
    }
  } finally {
    client.close()
  }
}

type Client = ReturnType<typeof newDatabase>

function torn(client: Client): string[] {
  return client
    .prepare(
      `SELECT m.id FROM missions m LEFT JOIN session_events e ON e.id = (SELECT max(id) FROM session_events WHERE mission = m.id)
       WHERE m.status <> CASE e.action WHEN 'start' THEN 'In Progress' WHEN 'complete' THEN 'Completed' ELSE 'Queued' END`,
    )
    .pluck()
    .all()
    .map(String)
}

/** Each action of the engine writes its event and the project's context in the same transaction. */
function miscounted(client: Client): string[] {
  const events = ownEvents(client)
  const counted = client
    .prepare(
      "SELECT coalesce((SELECT json_extract(content, '$.working_memory.session_count') FROM contexts WHERE id = 'project_context'), 0)",
    )
    .pluck()
    .get()
  return events === counted ? [] : [`${String(counted)} counted, ${String(events)} stored`]
}

function ownEvents(client: Client): number {
  return Number(client.prepare("SELECT count(*) FROM session_events WHERE agent = 'cmos'").pluck().get())
}

/** Each action keeps a snapshot of both contexts, which stays in the history. A backup's archive lies elsewhere. */
function missingSnapshots(database: string, events: number): string[] {
  if (!basename(database).startsWith('cmos.sqlite')) return []
  return inHistory(database, (store, reader, context) => {
    const { total } = historyOf(store, reader, context)
    return total === events ? [] : [`${context}: ${total} snapshots, ${events} events`]
  }).flat()
}

/** The snapshots whose text is not what some action wrote, though the history lists them. */
export function unreadableSnapshots(database: string): string[] {
  return inHistory(database, (store, reader, context) => {
    const history = historyOf(store, reader, context)
    const counts = history
      .page({ limit: Number.MAX_SAFE_INTEGER })
      .map(({ id }) => sessionsIn(history.version(id)?.text))
    // Newest first, and one session more in each.
    const broken = counts.filter((count, index) => count !== counts.length - index)
    return broken.length === 0 ? [] : [`${context}: ${broken.length} snapshots are not what was written`]
  }).flat()
}

function sessionsIn(text: string | undefined): number {
  return text === undefined || text === '' ? 0 : Number(JSON.parse(text).working_memory.session_count)
}

/** How many snapshots of a store are in the archive alone. */
export function archivedSnapshots(database: string): number {
  return inHistory(
    database,
    (store, reader, context) => historyOf(store, reader, context).total - readSnapshotPlaces(reader, context).length,
  ).reduce((sum, count) => sum + count, 0)
}

function inHistory<T>(database: string, look: (store: Store, reader: Reader, context: string) => T): T[] {
  const place = { root: dirname(dirname(database)), database }
  const { store, close } = openWorkspace(place, { mode: 'read-only', busyTimeout: 5_000 })
  try {
    return store.read((reader) => contextIds(reader).map((context) => look(store, reader, context)))
  } finally {
    close()
  }
}

function list(what: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${items.length} ${what}: ${items.slice(0, 5).join(', ')}`]
}
