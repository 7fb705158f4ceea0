import type { Database } from 'better-sqlite3'
import { storeMigrations } from '../../drizzle/migrations'
import { newDatabase } from './connection'
import { migrate } from './migrate'
import { type Fingerprint, readFingerprint } from './store-fingerprint'

/** Rows for a store that is built as a whole; each list in the order the rows shall have. */
export interface NewStoreContent {
  readonly sprints: readonly {
    readonly id: string
    readonly title: string
    readonly focus: string | null
    readonly status: string | null
    readonly startDate: string | null
    readonly endDate: string | null
    readonly totalMissions: number | null
    readonly completedMissions: number | null
  }[]
  readonly missions: readonly {
    readonly id: string
    readonly sprintId: string | null
    readonly name: string
    readonly status: string
    readonly completedAt: string | null
    readonly notes: string | null
    readonly metadata: string | null
  }[]
  readonly dependencies: readonly { readonly fromId: string; readonly toId: string; readonly type: string }[]
  readonly prompts: readonly { readonly prompt: string; readonly behavior: string }[]
  readonly contexts: readonly {
    readonly id: string
    readonly sourcePath: string
    readonly content: string
    readonly updatedAt: string | null
  }[]
  readonly snapshots: readonly {
    readonly contextId: string
    readonly sessionId: string | null
    readonly source: string | null
    readonly contentHash: string
    readonly content: string
    readonly createdAt: string
  }[]
  readonly events: readonly {
    readonly ts: string | null
    readonly agent: string | null
    readonly mission: string | null
    readonly action: string | null
    readonly status: string | null
    readonly summary: string | null
    readonly nextHint: string | null
    readonly rawEvent: string
  }[]
  readonly telemetry: readonly {
    readonly mission: string | null
    readonly sourcePath: string
    readonly ts: string | null
    readonly payload: string
  }[]
}

const INSERTS: { readonly [T in keyof NewStoreContent]: string } = {
  sprints: `INSERT INTO sprints (id, title, focus, status, start_date, end_date, total_missions, completed_missions)
    VALUES (@id, @title, @focus, @status, @startDate, @endDate, @totalMissions, @completedMissions)`,
  missions: `INSERT INTO missions (id, sprint_id, name, status, completed_at, notes, metadata)
    VALUES (@id, @sprintId, @name, @status, @completedAt, @notes, @metadata)`,
  dependencies: 'INSERT INTO mission_dependencies (from_id, to_id, type) VALUES (@fromId, @toId, @type)',
  prompts: 'INSERT INTO prompt_mappings (prompt, behavior) VALUES (@prompt, @behavior)',
  contexts:
    'INSERT INTO contexts (id, source_path, content, updated_at) VALUES (@id, @sourcePath, @content, @updatedAt)',
  snapshots: `INSERT INTO context_snapshots (context_id, session_id, source, content_hash, content, created_at)
    VALUES (@contextId, @sessionId, @source, @contentHash, @content, @createdAt)`,
  events: `INSERT INTO session_events (ts, agent, mission, action, status, summary, next_hint, raw_event)
    VALUES (@ts, @agent, @mission, @action, @status, @summary, @nextHint, @rawEvent)`,
  telemetry: `INSERT INTO telemetry_events (mission, source_path, ts, payload)
    VALUES (@mission, @sourcePath, @ts, @payload)`,
}

/** Rows refer only to rows of lists before theirs. */
const ORDER = [
  'sprints',
  'missions',
  'dependencies',
  'prompts',
  'contexts',
  'snapshots',
  'events',
  'telemetry',
] as const

/** What was built: how many rows each table has, and what SQLite finds wrong. */
export interface BuiltStore {
  readonly fingerprint: Fingerprint
  readonly problems: readonly string[]
}

/**
 * Builds a whole store in a file where nothing is, and checks it. The caller syncs the file and puts it in its place:
 * until then nobody knows of it, so SQLite need not guard it against a crash.
 */
export function buildStore(file: string, content: NewStoreContent, seededAt: string): BuiltStore {
  const client = newDatabase(file, {})
  try {
    client.exec(
      'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA foreign_keys = ON',
    )
    migrate(client, storeMigrations, false)
    client.exec('BEGIN')
    for (const part of ORDER) insertAll(client, INSERTS[part], content[part])
    client.prepare("INSERT INTO metadata (key, value) VALUES ('seeded_at', ?)").run(seededAt)
    client.exec('COMMIT')
    client.exec('PRAGMA journal_mode = DELETE')
    return { fingerprint: readFingerprint(client), problems: problemsOf(client) }
  } finally {
    client.close()
  }
}

function insertAll(client: Database, sql: string, rows: readonly object[]): void {
  const statement = client.prepare(sql)
  for (const row of rows) statement.run(row)
}

function problemsOf(client: Database): string[] {
  const lines = client.pragma('integrity_check(20)', { simple: false })
  const found = Array.isArray(lines) ? lines.map((line) => String(Object.values(line)[0])) : []
  const orphans = client.pragma('foreign_key_check')
  const dangling =
    Array.isArray(orphans) && orphans.length > 0 ? [`${orphans.length} rows name rows that are not there`] : []
  return [...found.filter((line) => line !== 'ok'), ...dangling]
}
