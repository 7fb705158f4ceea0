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
  /** Besides the time it was seeded. */
  readonly metadata: readonly { readonly key: string; readonly value: string }[]
}

type Row<P extends keyof NewStoreContent> = NewStoreContent[P][number]

/** The table of each list, and the column of each field; every row has all of them. */
const TABLES: { readonly [P in keyof NewStoreContent]: readonly [string, { readonly [F in keyof Row<P>]: string }] } = {
  sprints: [
    'sprints',
    {
      id: 'id',
      title: 'title',
      focus: 'focus',
      status: 'status',
      startDate: 'start_date',
      endDate: 'end_date',
      totalMissions: 'total_missions',
      completedMissions: 'completed_missions',
    },
  ],
  missions: [
    'missions',
    {
      id: 'id',
      sprintId: 'sprint_id',
      name: 'name',
      status: 'status',
      completedAt: 'completed_at',
      notes: 'notes',
      metadata: 'metadata',
    },
  ],
  dependencies: ['mission_dependencies', { fromId: 'from_id', toId: 'to_id', type: 'type' }],
  prompts: ['prompt_mappings', { prompt: 'prompt', behavior: 'behavior' }],
  contexts: ['contexts', { id: 'id', sourcePath: 'source_path', content: 'content', updatedAt: 'updated_at' }],
  snapshots: [
    'context_snapshots',
    {
      contextId: 'context_id',
      sessionId: 'session_id',
      source: 'source',
      contentHash: 'content_hash',
      content: 'content',
      createdAt: 'created_at',
    },
  ],
  events: [
    'session_events',
    {
      ts: 'ts',
      agent: 'agent',
      mission: 'mission',
      action: 'action',
      status: 'status',
      summary: 'summary',
      nextHint: 'next_hint',
      rawEvent: 'raw_event',
    },
  ],
  telemetry: ['telemetry_events', { mission: 'mission', sourcePath: 'source_path', ts: 'ts', payload: 'payload' }],
  metadata: ['metadata', { key: 'key', value: 'value' }],
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
  'metadata',
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
    for (const part of ORDER) insertAll(client, TABLES[part], content[part])
    client.prepare("INSERT INTO metadata (key, value) VALUES ('seeded_at', ?)").run(seededAt)
    client.exec('COMMIT')
    client.exec('PRAGMA journal_mode = DELETE')
    return { fingerprint: readFingerprint(client), problems: problemsOf(client) }
  } finally {
    client.close()
  }
}

function insertAll(
  client: Database,
  [table, columns]: (typeof TABLES)[keyof NewStoreContent],
  rows: readonly object[],
): void {
  const fields = Object.keys(columns)
  const places = fields.map(() => '?').join(', ')
  const statement = client.prepare(`INSERT INTO ${table} (${Object.values(columns).join(', ')}) VALUES (${places})`)
  // By position: looking every field up by its name takes SQLite longer than the row itself.
  for (const row of rows) statement.run(fields.map((field): unknown => Reflect.get(row, field)))
}

function problemsOf(client: Database): string[] {
  const lines = client.pragma('integrity_check(20)', { simple: false })
  const found = Array.isArray(lines) ? lines.map((line) => String(Object.values(line)[0])) : []
  const orphans = client.pragma('foreign_key_check')
  const dangling =
    Array.isArray(orphans) && orphans.length > 0 ? [`${orphans.length} rows name rows that are not there`] : []
  return [...found.filter((line) => line !== 'ok'), ...dangling]
}
