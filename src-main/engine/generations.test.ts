import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DomainError } from '../domain/fault'
import { GENERATIONS } from '../testing/generation-schema'
import { writeGenerationStore } from '../testing/generation-store'
import { NOW, rows, TS, tempFolder } from '../testing/temp-workspace'
import type { ActionScope } from './action'
import { addMission } from './add-mission'
import { blockMission } from './block-mission'
import { checkHealth } from './check-health'
import { completeMission } from './complete-mission'
import { moveMissions } from './move-missions'
import { reorderMission } from './reorder-mission'
import { addSprint } from './sprints'
import { startMission } from './start-mission'
import { unblockMission } from './unblock-mission'
import { undoAction } from './undo-action'
import { openWorkspace } from './workspace'

const WRITABLE = GENERATIONS.filter((generation) => generation !== 'newer')
const OLD = ['v1', 'v1.5'] as const
const NEW = ['v2.0', 'v2.1', 'v2.4', 'v3'] as const

function opened(generation: (typeof GENERATIONS)[number]): { scope: ActionScope; database: string } {
  const root = join(tempFolder(), 'cmos')
  const database = writeGenerationStore(root, generation)
  const workspace = openWorkspace(root, { mode: 'read-write', busyTimeout: 500 })
  onTestFinished(() => workspace.close())
  return { scope: { workspace, now: NOW, agent: 'tester' }, database }
}

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  return 'done'
}

const row = (database: string, sql: string) => rows(database, sql)[0]
const mission = (database: string, id: string) => row(database, `SELECT * FROM missions WHERE id = '${id}'`)

describe.each(WRITABLE)('in a store of generation %s', (generation) => {
  test('a mission lives through its whole life, and the store stays sound', () => {
    const { scope, database } = opened(generation)
    addSprint(scope.workspace.store, { id: 'S9', title: 'Nine' })
    addMission(scope, { id: 'N1', name: 'New', sprintId: 'S9' })
    startMission(scope, { id: 'N1' })
    blockMission(scope, { id: 'N1', reason: 'rain', needs: ['sun'] })
    unblockMission(scope, { id: 'N1', resolution: 'sun', to: 'In Progress' })
    const receipt = completeMission(scope, { id: 'N1', notes: 'done', promote: 'none' })
    undoAction(scope, { undo: receipt.undo ?? '' })
    completeMission(scope, { id: 'N1', notes: 'done', promote: 'none' })
    expect(mission(database, 'N1')).toMatchObject({ status: 'Completed', completed_at: TS, sprint_id: 'S9' })
    expect(checkHealth(scope.workspace.store)).toMatchObject({ ok: true, problems: [] })
  })

  test('other columns of a mission survive', () => {
    const { scope, database } = opened(generation)
    const before = mission(database, 'B9.1')
    startMission(scope, { id: 'B9.1' })
    const changed = new Set(['status', 'metadata', 'started_at', 'updated_at'])
    const rest = (value: unknown) =>
      Object.fromEntries(Object.entries(value ?? {}).filter(([column]) => !changed.has(column)))
    expect(rest(mission(database, 'B9.1'))).toEqual(rest(before))
  })
})

describe.each(NEW)('a newer store (%s)', (generation) => {
  test('refuses moves outside the lifecycle, and nothing is written', () => {
    const { scope, database } = opened(generation)
    const before = rows(database, 'SELECT * FROM session_events')
    expect(codeOf(() => completeMission(scope, { id: 'B9.1', notes: '' }))).toBe('transition_refused')
    expect(codeOf(() => blockMission(scope, { id: 'B9.1', reason: 'x' }))).toBe('transition_refused')
    expect(codeOf(() => startMission(scope, { id: 'B8.1' }))).toBe('transition_refused')
    expect(rows(database, 'SELECT * FROM session_events')).toEqual(before)
  })

  test('appends notes with a tag and keeps the block in its own fields', () => {
    const { scope, database } = opened(generation)
    blockMission(scope, { id: 'B9.2', reason: 'rain', needs: ['sun'] })
    expect(mission(database, 'B9.2')).toMatchObject({
      notes: expect.stringMatching(/\[Blocked\] rain$/),
      domain_fields: expect.stringContaining('"blocker": "rain", "blockers": ["sun"]'),
    })
    unblockMission(scope, { id: 'B9.2', resolution: 'sun', to: 'Current' })
    expect(mission(database, 'B9.2')).toMatchObject({
      notes: expect.stringMatching(/\[Blocked\] rain \| \[Unblocked\] sun$/),
      domain_fields: expect.stringMatching(/"blocker": null.*"previousBlocker": "rain".*"resolution": "sun"/),
    })
  })

  test('parks missions and logs additions', () => {
    const { scope, database } = opened(generation)
    moveMissions(scope, { missions: [{ id: 'B9.1' }], to: 'Deferred', reason: 'next year' })
    expect(mission(database, 'B9.1')).toMatchObject({
      status: 'Deferred',
      domain_fields: expect.stringContaining('"deferredReason": "next year"'),
    })
    expect(addMission(scope, { id: 'N1', name: 'New', sprintId: null }).event).toMatchObject({ action: 'create' })
  })
})

describe.each(OLD)('an older store (%s)', (generation) => {
  test('allows every move with a warning, as its own programs do', () => {
    const { scope } = opened(generation)
    expect(completeMission(scope, { id: 'B9.1', notes: '' }).warnings[0]).toMatch(/unusual/)
    expect(codeOf(() => moveMissions(scope, { missions: [{ id: 'B10.1' }], to: 'Dropped' }))).toBe('unsupported')
  })
})

test.each(['v2.4', 'v3'] as const)('rows born in a %s store say who made them and when', (generation) => {
  const { scope, database } = opened(generation)
  addMission(scope, { id: 'N1', name: 'New', sprintId: null })
  addMission(scope, { id: 'N2', name: 'Newer', sprintId: null })
  const first = mission(database, 'N1')
  expect(first).toMatchObject({
    project_id: expect.any(String),
    stable_event_id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
    event_type: 'mission_added',
    schema_version: 1,
  })
  const sequence = (id: string) => row(database, `SELECT origin_seq AS seq FROM missions WHERE id = '${id}'`)
  expect(sequence('N2')).toEqual({ seq: Number(Object.values(sequence('N1') ?? {})[0]) + 1 })
})

test.each(['v2.4', 'v3'] as const)(
  'the queue of a %s store, whose search index follows row order, is not reordered',
  (generation) => {
    const { scope } = opened(generation)
    expect(scope.workspace.store.capabilities.reordering).toBe(false)
    expect(codeOf(() => reorderMission(scope, { id: 'B10.1', before: 'B9.1' }))).toBe('unsupported')
  },
)

test('tables that need a value nobody here knows are only read, and that is said', () => {
  const { scope, database } = opened('newer')
  const { capabilities } = scope.workspace.store
  expect(capabilities.warnings.join()).toMatch(/missions\.shard must be filled/)
  const before = rows(database, 'SELECT * FROM session_events')
  expect(codeOf(() => addMission(scope, { id: 'N1', name: 'New', sprintId: null }))).toBe('read_only')
  expect(codeOf(() => startMission(scope, { id: 'B9.1' }))).toBe('read_only')
  expect(rows(database, 'SELECT * FROM session_events')).toEqual(before)
})
