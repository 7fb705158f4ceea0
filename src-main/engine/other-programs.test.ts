import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeGenerationStore } from '../testing/generation-store'
import { NOW, rows, tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { backlogText, writeFiles } from '../testing/workspace-files'
import type { ActionScope } from './action'
import { addDependency } from './add-dependency'
import { addMission } from './add-mission'
import { blockMission } from './block-mission'
import { checkHealth } from './check-health'
import { completeMission } from './complete-mission'
import { unwatched } from './job'
import { seedStore } from './seeding/seed-store'
import { startMission } from './start-mission'
import { openWorkspace } from './workspace'

const PROGRAM = resolve('src-main/testing/programs/reference-lifecycle.py')
const SCHEMA = `CREATE TABLE IF NOT EXISTS metadata (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS prompt_mappings (id INTEGER PRIMARY KEY AUTOINCREMENT, prompt TEXT NOT NULL, behavior TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS idx_context_snapshots_ctx ON context_snapshots(context_id, created_at);
CREATE VIEW IF NOT EXISTS active_missions AS SELECT id FROM missions;
`
const hasPython = spawnSync('python3', ['-c', 'import sqlite3, sys; sys.exit(sys.version_info < (3, 9))']).status === 0

interface Said {
  readonly queue: readonly (readonly [string, string])[]
  readonly events: readonly Readonly<Record<string, unknown>>[]
  readonly contexts: Readonly<Record<string, unknown>>
  readonly sound: readonly string[]
}

function reference(database: string, ...moves: readonly string[]): Said {
  const schema = join(writeFiles(tempFolder(), { 'schema.sql': SCHEMA }), 'schema.sql')
  const ran = spawnSync('python3', [PROGRAM, database, schema, ...moves], { encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return JSON.parse(ran.stdout)
}

function open(root: string): ActionScope {
  const workspace = openWorkspace(root, { mode: 'read-write', busyTimeout: 1_000 })
  onTestFinished(() => workspace.close())
  return { workspace, now: NOW, agent: 'tester' }
}

test.skipIf(!hasPython)(
  'a Python program that moves missions by itself works on a store of ours, and we on its rows',
  () => {
    const { root, database } = tempWorkspace("INSERT INTO sprints (id, title) VALUES ('S1', 'One')")
    const scope = open(root)
    for (const id of ['M1', 'M2', 'M3']) addMission(scope, { id, name: id, sprintId: 'S1' })
    addDependency(scope, { from: 'M1', to: 'M2', type: 'Blocks' })
    startMission(scope, { id: 'M1', summary: 'ünïcode — summary' })
    const said = reference(database, 'M1:complete', 'M2:start', 'M2:blocked')
    expect(said.sound).toEqual(['ok'])
    expect(said.queue).toEqual([
      ['M3', 'Queued'],
      ['M2', 'Blocked'],
      ['M1', 'Completed'],
    ])
    expect(said.events[0]).toMatchObject({ mission: 'M1', action: 'start', summary: 'ünïcode — summary' })
    completeMission(scope, { id: 'M3', notes: 'ours again', promote: 'none' })
    expect(checkHealth(scope.workspace.store)).toMatchObject({ ok: true })
    const kept = "SELECT count(*) >= 5 AS kept FROM context_snapshots WHERE context_id = 'master_context'"
    expect(rows(database, kept)).toEqual([{ kept: 1 }])
    const after = reference(database)
    expect(after.events.map(({ action }) => action)).toEqual(['start', 'complete', 'start', 'blocked', 'complete'])
    expect(after.contexts.project_context).toMatchObject({ working_memory: { session_count: 5 } })
  },
)

test.skipIf(!hasPython)('a seeded store is one that Python works on', async () => {
  const dataRoot = writeFiles(tempFolder(), {
    'missions/backlog.yaml': backlogText(
      'sprints:\n- {sprintId: S, title: t, missions: [{id: A, name: a, status: Queued}]}',
    ),
    'PROJECT_CONTEXT.json': '{"working_memory": {"session_count": 2}}',
  })
  const database = join(tempFolder(), 'cmos', 'db', 'cmos.sqlite')
  await seedStore({ dataRoot, database, userData: tempFolder(), now: NOW }, unwatched)
  const said = reference(database, 'A:start', 'A:complete')
  expect(said).toMatchObject({ sound: ['ok'], queue: [['A', 'Completed']] })
  expect(said.contexts.project_context).toMatchObject({ working_memory: { session_count: 4 } })
  expect(existsSync(`${database}-journal`)).toBe(false)
})

test.skipIf(!hasPython)('a store of the first generation that Python has filled takes every action of ours', () => {
  const root = join(tempFolder(), 'cmos')
  const database = writeGenerationStore(root, 'v1')
  reference(database, 'B9.1:start', 'B9.1:blocked')
  const scope = open(root)
  startMission(scope, { id: 'B9.1' })
  blockMission(scope, { id: 'B9.1', reason: 'again', needs: ['tea'] })
  startMission(scope, { id: 'B9.1' })
  completeMission(scope, { id: 'B9.1', notes: 'done', promote: 'none' })
  const said = reference(database)
  expect(said.sound).toEqual(['ok'])
  expect(said.queue.find(([id]) => id === 'B9.1')).toEqual(['B9.1', 'Completed'])
})
