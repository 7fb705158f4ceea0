import { newDatabase } from '../../store/connection'

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
  const events = client.prepare("SELECT count(*) FROM session_events WHERE agent = 'cmos'").pluck().get()
  const counted = client
    .prepare(
      "SELECT coalesce((SELECT json_extract(content, '$.working_memory.session_count') FROM contexts WHERE id = 'project_context'), 0)",
    )
    .pluck()
    .get()
  return events === counted ? [] : [`${String(counted)} counted, ${String(events)} stored`]
}

function list(what: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${items.length} ${what}: ${items.slice(0, 5).join(', ')}`]
}
