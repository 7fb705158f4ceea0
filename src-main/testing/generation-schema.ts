/** The store generations a workspace may hold, from the first to one that is newer than this program. */
export const GENERATIONS = ['v1', 'v1.5', 'v2.0', 'v2.1', 'v2.4', 'v3', 'newer'] as const
export type FixtureGeneration = (typeof GENERATIONS)[number]

type Columns = readonly string[]

/** SQL that makes the tables of a generation, with columns in the order in which that generation came to have them. */
export function generationSchema(generation: FixtureGeneration): string {
  const level = GENERATIONS.indexOf(generation)
  const since = (first: FixtureGeneration, columns: Columns): Columns =>
    level >= GENERATIONS.indexOf(first) ? columns : []
  const genesis = (verb: string): Columns => genesisColumns(level, verb)
  const tables: Record<string, Columns> = {
    metadata: ['key TEXT PRIMARY KEY', 'value TEXT NOT NULL'],
    sprints: [...SPRINTS, ...genesis('sprint_added')],
    missions: [
      ...MISSIONS,
      ...since('v1.5', SPECIFICATION),
      ...since('v2.1', ['created_at TEXT', 'started_at TEXT', 'updated_at TEXT']),
      ...genesis('mission_added'),
      ...since('v2.4', ['last_embedded_hash TEXT']),
      ...since('newer', ['shard TEXT NOT NULL']),
    ],
    mission_dependencies: DEPENDENCIES,
    contexts: ['id TEXT PRIMARY KEY', 'source_path TEXT NOT NULL', 'content TEXT NOT NULL', 'updated_at TEXT'],
    context_snapshots: [...SNAPSHOTS, ...since('v2.4', ['content_pruned_at TEXT']), ...genesis('snapshot_taken')],
    session_events: EVENTS,
    telemetry_events: [
      'id INTEGER PRIMARY KEY',
      'mission TEXT',
      'source_path TEXT NOT NULL',
      'ts TEXT',
      'payload TEXT NOT NULL',
    ],
    prompt_mappings: ['id INTEGER PRIMARY KEY', 'prompt TEXT NOT NULL', 'behavior TEXT NOT NULL'],
  }
  const later: Record<string, Columns> = {
    sessions: [
      ...SESSIONS,
      ...since('v3', ['implicit INTEGER NOT NULL DEFAULT 0', 'owner_key TEXT']),
      ...genesis('session_started'),
    ],
    strategic_decisions: [
      ...DECISIONS,
      ...since('v2.0', ['source_chunk_ids TEXT']),
      ...since('v2.1', [
        "status TEXT NOT NULL DEFAULT 'active'",
        'category TEXT',
        'mission_id TEXT',
        'content_hash TEXT',
      ]),
      ...since('v3', ['context_text TEXT', 'alternatives TEXT']),
      ...genesis('decision_captured'),
    ],
  }
  const created = Object.entries({ ...tables, ...(level >= 1 ? later : {}), ...newTables(level) })
  return [
    ...created.map(([name, columns]) => createTable(name, columns)),
    VIEW,
    ...(level >= 3 ? [fullText(level)] : []),
  ].join(';\n')
}

const SPRINTS = [
  'id TEXT PRIMARY KEY',
  'title TEXT NOT NULL',
  'focus TEXT',
  'status TEXT',
  'start_date TEXT',
  'end_date TEXT',
  'total_missions INTEGER',
  'completed_missions INTEGER',
]
const MISSIONS = [
  'id TEXT PRIMARY KEY',
  'sprint_id TEXT REFERENCES sprints(id) ON DELETE SET NULL',
  'name TEXT NOT NULL',
  'status TEXT NOT NULL',
  'completed_at TEXT',
  'notes TEXT',
  'metadata TEXT',
]
const SPECIFICATION = [
  'objective TEXT',
  'context TEXT',
  'success_criteria TEXT',
  'deliverables TEXT',
  'reference_docs TEXT',
  'domain_fields TEXT',
]
const DEPENDENCIES = [
  'from_id TEXT NOT NULL REFERENCES missions(id) ON DELETE CASCADE',
  'to_id TEXT NOT NULL REFERENCES missions(id) ON DELETE CASCADE',
  'type TEXT NOT NULL',
  'PRIMARY KEY (from_id, to_id)',
]
const SNAPSHOTS = [
  'id INTEGER PRIMARY KEY AUTOINCREMENT',
  'context_id TEXT NOT NULL REFERENCES contexts(id) ON DELETE CASCADE',
  'session_id TEXT',
  'source TEXT',
  'content_hash TEXT NOT NULL',
  'content TEXT NOT NULL',
  'created_at TEXT NOT NULL',
]
const EVENTS = [
  'id INTEGER PRIMARY KEY AUTOINCREMENT',
  'ts TEXT',
  'agent TEXT',
  'mission TEXT',
  'action TEXT',
  'status TEXT',
  'summary TEXT',
  'next_hint TEXT',
  'raw_event TEXT NOT NULL',
]
const SESSIONS = [
  'id TEXT PRIMARY KEY',
  'type TEXT NOT NULL',
  'title TEXT NOT NULL',
  'started_at TEXT NOT NULL',
  'agent TEXT NOT NULL',
  'status TEXT NOT NULL',
  'sprint_id TEXT REFERENCES sprints(id)',
  'captures TEXT',
]
const DECISIONS = [
  'id INTEGER PRIMARY KEY AUTOINCREMENT',
  "context_id TEXT NOT NULL DEFAULT 'master_context' REFERENCES contexts(id) ON DELETE CASCADE",
  'decision_text TEXT NOT NULL',
  'created_at TEXT NOT NULL',
  'sprint_id TEXT',
]
const VIEW =
  "CREATE VIEW active_missions AS SELECT m.id, m.name, m.status FROM missions m WHERE m.status IN ('Current', 'In Progress')"

function newTables(level: number): Record<string, Columns> {
  if (level < 3) return {}
  return {
    learnings: [
      'id INTEGER PRIMARY KEY',
      'content TEXT NOT NULL',
      'created_at TEXT NOT NULL',
      ...genesisColumns(level, 'learning_captured'),
    ],
    next_steps: [
      'id INTEGER PRIMARY KEY AUTOINCREMENT',
      'content TEXT NOT NULL',
      "status TEXT NOT NULL DEFAULT 'pending'",
      'mission_id TEXT',
      'created_at TEXT NOT NULL',
      ...genesisColumns(level, 'next_step_created'),
    ],
    constraints: [
      'id INTEGER PRIMARY KEY AUTOINCREMENT',
      'content TEXT NOT NULL',
      "status TEXT NOT NULL DEFAULT 'active'",
      'session_id TEXT',
      'sprint_id TEXT REFERENCES sprints(id) ON DELETE SET NULL',
      'created_at TEXT NOT NULL',
      'expires_at TEXT',
      ...genesisColumns(level, 'constraint_added'),
    ],
    ...(level >= 5
      ? { proposals: ['id TEXT PRIMARY KEY', 'status TEXT NOT NULL'], record_links: ['source TEXT', 'target TEXT'] }
      : {}),
  }
}

/** Who wrote a row: nullable at first, required and checked once a newer program has migrated the table. */
function genesisColumns(level: number, verb: string): Columns {
  if (level < 3) return []
  const required = level >= 4 ? ' NOT NULL' : ''
  return [
    `project_id TEXT${required}`,
    `stable_event_id TEXT${required}`,
    `occurred_at INTEGER${required}`,
    `origin_seq INTEGER${required}`,
    `event_type TEXT${required} CHECK (event_type = '${verb}')`,
    'schema_version INTEGER NOT NULL DEFAULT 1',
    'author_user_id TEXT',
  ]
}

function createTable(name: string, columns: Columns): string {
  return `CREATE TABLE ${name} (${columns.join(', ')})`
}

function fullText(level: number): string {
  const indexes = [fullTextOf('decisions_fts', 'strategic_decisions', ['decision_text'])]
  if (level >= 4) indexes.push(fullTextOf('missions_fts', 'missions', ['id', 'name', 'notes']))
  return indexes.join(';\n')
}

function fullTextOf(index: string, table: string, columns: Columns): string {
  const list = columns.join(', ')
  const of = (row: 'new' | 'old') => columns.map((column) => `${row}.${column}`).join(', ')
  const add = `INSERT INTO ${index}(rowid, ${list}) VALUES (new.rowid, ${of('new')})`
  const remove = `INSERT INTO ${index}(${index}, rowid, ${list}) VALUES ('delete', old.rowid, ${of('old')})`
  return [
    `CREATE VIRTUAL TABLE ${index} USING fts5(${list}, content='${table}', content_rowid='rowid')`,
    `CREATE TRIGGER ${index}_ai AFTER INSERT ON ${table} BEGIN ${add}; END`,
    `CREATE TRIGGER ${index}_ad AFTER DELETE ON ${table} BEGIN ${remove}; END`,
    `CREATE TRIGGER ${index}_au AFTER UPDATE ON ${table} BEGIN ${remove}; ${add}; END`,
  ].join(';\n')
}
