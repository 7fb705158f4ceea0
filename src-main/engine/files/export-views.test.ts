import { linkSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DomainError } from '../../domain/fault'
import type { ExportKind } from '../../domain/seeding'
import { writeGenerationStore } from '../../testing/generation-store'
import { execute, NOW, openedWorkspace, rows, tempFolder } from '../../testing/temp-workspace'
import { unwatched } from '../job'
import { seedStore } from '../seeding/seed-store'
import { type OpenWorkspace, openWorkspace } from '../workspace'
import { type ExportOrder, exportViews } from './export-views'

const HISTORY = `
  INSERT INTO sprints (id, title, start_date) VALUES ('S2', 'Two', '2025-02-01'), ('S1', 'One', '2025-01-01');
  INSERT INTO missions (id, sprint_id, name, status, notes, metadata) VALUES
    ('M9', 'S2', 'last, first in the queue', 'Queued', NULL, '{"n": 1.0, "metadata": {"deep": true}}'),
    ('M1', 'S1', 'done', 'Completed', 'ümlaut — "quoted"', 'no JSON: at all'),
    ('M2', 'S1', 'open', 'Blocked', NULL, '[1, 2]'),
    ('X1', NULL, 'of no sprint', 'Queued', NULL, '{"keep": "me"}');
  INSERT INTO mission_dependencies VALUES ('M9', 'X1', 'Blocks'), ('M1', 'M2', 'Relates');
  INSERT INTO prompt_mappings (prompt, behavior) VALUES ('p', 'b'), ('p', 'b');
  INSERT INTO session_events (ts, agent, mission, action, raw_event) VALUES
    ('2025', 'codex', 'M1', 'start', '{"ts":"2025","agent":"codex","mission":"M1","action":"start"}'),
    ('2026', NULL, 'M1', NULL, '{"ts":"other","mission":"M1"}'),
    (NULL, NULL, 'M1', NULL, 'no JSON');
  INSERT INTO telemetry_events (mission, source_path, ts, payload) VALUES ('M1', '/a/b.json', '2025', '{"meta": {}}');
  INSERT INTO context_snapshots (context_id, content_hash, content, created_at) VALUES ('master_context', 'h', '{"old": 1}', '2025');
  INSERT INTO metadata VALUES ('project_id', 'p-1');
`
const TABLES = [
  'sprints',
  'missions',
  'mission_dependencies',
  'prompt_mappings',
  'session_events',
  'telemetry_events',
  'contexts',
  'metadata',
]

/** Tables whose rows stand in an order that means something. */
const inOrder = new Set(['missions', 'session_events', 'telemetry_events', 'prompt_mappings'])

function orderFor({ root, database }: OpenWorkspace, what: ExportKind, extra: Partial<ExportOrder> = {}): ExportOrder {
  return { root, database, userData: tempFolder(), what, overwrite: false, now: NOW, ...extra }
}

function dump(database: string): unknown {
  return TABLES.map((table) =>
    rows(database, `SELECT * FROM ${table} ORDER BY ${inOrder.has(table) ? 'rowid' : '1, 2'}`).map((row) => ({
      ...Object(row),
      id: Object(row).id ?? 0,
      updated_at: null,
    })),
  )
}

function code(error: unknown): string {
  if (error instanceof DomainError) return error.code
  throw error
}

test('a store that is exported as a whole and seeded again is the same, queue, orphans, history and all', async () => {
  const { workspace, database } = openedWorkspace(HISTORY)
  const folder = tempFolder()
  const { leftOut } = await exportViews(workspace.store, orderFor(workspace, 'all', { folder }), unwatched)
  expect(leftOut).toEqual([])
  const again = join(tempFolder(), 'db', 'cmos.sqlite')
  const seeded = await seedStore({ dataRoot: folder, database: again, userData: tempFolder(), now: NOW }, unwatched)
  expect(seeded.leftOut).toEqual([])
  expect(dump(again)).toEqual(dump(database))
  const snapshots = (file: string) => rows(file, 'SELECT * FROM context_snapshots ORDER BY id')
  // Contexts that had no snapshot of what they are now have one.
  expect(snapshots(again).slice(0, 1)).toEqual(snapshots(database))
  expect(snapshots(again)).toHaveLength(3)
})

test('backlog to store to backlog is a fixed point: nothing sinks deeper, nothing is lost', async () => {
  const { workspace } = openedWorkspace(HISTORY)
  const folder = tempFolder()
  const at = { folder, overwrite: true }
  await exportViews(workspace.store, orderFor(workspace, 'backlog', at), unwatched)
  const first = readFileSync(join(folder, 'missions', 'backlog.yaml'), 'utf8')
  const database = join(tempFolder(), 'cmos', 'db', 'cmos.sqlite')
  await seedStore({ dataRoot: folder, database, userData: tempFolder(), now: NOW }, unwatched)
  const second = openWorkspace(join(database, '..', '..'), { mode: 'read-only', busyTimeout: 500 })
  onTestFinished(() => second.close())
  await exportViews(second.store, orderFor(second, 'backlog', at), unwatched)
  expect(readFileSync(join(folder, 'missions', 'backlog.yaml'), 'utf8')).toBe(first)
  expect(first).toContain('X1')
})

test('secrets are taken out of what leaves the workspace, not of its own views', async () => {
  const secret = `ghp_${'aZ3'.repeat(12)}`
  const { workspace, database } = openedWorkspace(HISTORY)
  execute(
    database,
    `UPDATE missions SET notes = 'use ${secret}', metadata = '{"password": "hunter2hunter2"}' WHERE id = 'M1'`,
  )
  execute(database, `INSERT INTO session_events (raw_event) VALUES ('{"summary": "token ${secret}"}')`)
  const folder = tempFolder()
  const { files } = await exportViews(workspace.store, orderFor(workspace, 'all', { folder }), unwatched)
  for (const { path } of files) {
    const text = readFileSync(path, 'utf8')
    expect(text).not.toContain(secret)
    expect(text).not.toContain('hunter2')
  }
  // The supplement repeats the event.
  expect(files.filter(({ redacted }) => Object.keys(redacted).length > 0)).toHaveLength(3)
  await exportViews(workspace.store, orderFor(workspace, 'sessions'), unwatched)
  expect(readFileSync(join(workspace.root, 'SESSIONS.jsonl'), 'utf8')).toContain(secret)
})

test('no file is replaced unless that is said, and nothing is written when one is there', async () => {
  const { workspace } = openedWorkspace(HISTORY)
  const folder = tempFolder()
  await exportViews(workspace.store, orderFor(workspace, 'sessions', { folder }), unwatched)
  const refused = await exportViews(workspace.store, orderFor(workspace, 'all', { folder }), unwatched).catch(code)
  expect(refused).toBe('exists')
  const { files } = await exportViews(
    workspace.store,
    orderFor(workspace, 'all', { folder, overwrite: true }),
    unwatched,
  )
  expect(files.map(({ replaced }) => replaced)).toEqual([false, false, false, true, false])
})

test('a link in the chosen folder is not followed out of it', async () => {
  const { workspace } = openedWorkspace(HISTORY)
  const [folder, elsewhere] = [tempFolder(), tempFolder()]
  symlinkSync(elsewhere, join(folder, 'missions'))
  const refused = await exportViews(
    workspace.store,
    orderFor(workspace, 'backlog', { folder, overwrite: true }),
    unwatched,
  ).catch(code)
  expect(refused).toBe('invalid_input')
})

test('a recent backlog has the newest sprints whole, of the others what is open, and never takes the place of the whole', async () => {
  const { workspace } = openedWorkspace(HISTORY)
  const { files } = await exportViews(workspace.store, orderFor(workspace, 'backlog', { recent: 1 }), unwatched)
  const [file] = files
  expect(file?.path).toBe(join(workspace.root, 'missions', 'backlog-recent.yaml'))
  const text = readFileSync(file?.path ?? '', 'utf8')
  expect(text.match(/\bid: \w+/g)).toEqual(['id: M2', 'id: M9', 'id: X1'])
})

test.each(['v1.5', 'v3'] as const)('what a %s store has more than its files is named', async (generation) => {
  const root = join(tempFolder(), 'cmos')
  writeGenerationStore(root, generation)
  const workspace = openWorkspace(root, { mode: 'read-write', busyTimeout: 500 })
  onTestFinished(() => workspace.close())
  const { leftOut } = await exportViews(
    workspace.store,
    orderFor(workspace, 'all', { folder: tempFolder() }),
    unwatched,
  )
  expect(leftOut.map(({ table }) => table)).toEqual(expect.arrayContaining(['sessions']))
})

test.each(['backlog', 'sessions'] as const)(
  'no export of the %s takes the place of a database, whatever it is called',
  async (what) => {
    const { workspace } = openedWorkspace()
    const alias = join(tempFolder(), 'store.data')
    linkSync(workspace.database, alias)
    const before = readFileSync(workspace.database)
    const desk = join(workspace.root, 'db', 'desk.sqlite')
    writeFileSync(desk, 'of the desk')
    for (const output of [workspace.database, desk, alias]) {
      const order = orderFor(workspace, what, { output, overwrite: true })
      await expect(exportViews(workspace.store, order, unwatched)).rejects.toMatchObject({ code: 'exists' })
    }
    expect(readFileSync(workspace.database).equals(before)).toBe(true)
  },
)
