import { expect, test } from 'vitest'
import { DomainError } from '../domain/fault'
import { execute, openedWorkspace, rows } from '../testing/temp-workspace'
import type { ActionScope } from './action'
import { addDependency } from './add-dependency'
import { addMission } from './add-mission'
import { assignSprint } from './assign-sprint'
import { blockMission } from './block-mission'
import { completeMission } from './complete-mission'
import { meetNeed } from './meet-need'
import { moveMissions } from './move-missions'
import { removeDependency } from './remove-dependency'
import { reorderMission } from './reorder-mission'
import { startMission } from './start-mission'
import { unblockMission } from './unblock-mission'
import { undoAction } from './undo-action'
import { updateMission } from './update-mission'

const SQL = `
  INSERT INTO sprints (id, title) VALUES ('S1', 'One');
  INSERT INTO missions (id, name, status, notes, metadata) VALUES
    ('A', 'a', 'Queued', 'old notes', '{"w": 1.0,   "k": []}'), ('B', 'b', 'Queued', NULL, NULL), ('C', 'c', 'Queued', NULL, NULL),
    ('X', 'x', 'Blocked', 'why', '{"blocked_reason": "why", "blocked_needs": ["n"]}');
  INSERT INTO mission_dependencies VALUES ('B', 'C', 'Blocks');
`

type Act = (scope: ActionScope) => { undo: string | null }

const ACTIONS: ReadonlyArray<readonly [string, Act]> = [
  ['start', (scope) => startMission(scope, { id: 'A' })],
  ['complete', (scope) => completeMission(scope, { id: 'A', notes: 'done' })],
  ['block', (scope) => blockMission(scope, { id: 'A', reason: 'why', needs: ['x'] })],
  ['unblock', (scope) => unblockMission(scope, { id: 'X', resolution: 'so', to: 'Current' })],
  ['meet need', (scope) => meetNeed(scope, { id: 'X', need: 'n', met: true })],
  ['move', (scope) => moveMissions(scope, { missions: [{ id: 'A' }, { id: 'B' }], to: 'Current' })],
  ['reorder', (scope) => reorderMission(scope, { id: 'C', before: 'A' })],
  ['assign sprint', (scope) => assignSprint(scope, { ids: ['A', 'B'], sprintId: 'S1' })],
  ['add', (scope) => addMission(scope, { id: 'N', name: 'n', sprintId: null })],
  ['update', (scope) => updateMission(scope, { id: 'A', name: 'z', notes: 'new', status: 'Completed' })],
  ['depend', (scope) => addDependency(scope, { from: 'A', to: 'C' })],
  ['relabel', (scope) => addDependency(scope, { from: 'B', to: 'C', type: 'Relates' })],
  ['undepend', (scope) => removeDependency(scope, { from: 'B', to: 'C' })],
]

/** Everything an action may write, but the log and the copies, which only ever grow. */
function state(database: string): unknown {
  return [
    rows(database, 'SELECT rowid, * FROM missions ORDER BY rowid'),
    rows(database, 'SELECT * FROM mission_dependencies'),
    rows(database, 'SELECT * FROM contexts'),
  ]
}

const eventCount = (database: string) => rows(database, 'SELECT * FROM session_events').length

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  throw new Error('It was not refused')
}

test.each(ACTIONS)(
  '%s is taken back to the last byte, done again and taken back again, and the log only grows',
  (_name, act) => {
    const { scope, database } = openedWorkspace(SQL)
    const before = state(database)
    const receipt = act(scope)
    const after = state(database)
    expect(after).not.toEqual(before)
    const logged = eventCount(database)
    const undone = undoAction(scope, { undo: receipt.undo ?? '' })
    expect(state(database)).toEqual(before)
    expect(eventCount(database)).toBeGreaterThan(logged)
    const again = undoAction(scope, { undo: undone.undo ?? '' })
    expect(state(database)).toEqual(after)
    undoAction(scope, { undo: again.undo ?? '' })
    expect(state(database)).toEqual(before)
  },
)

test('an action is taken back once', () => {
  const { scope } = openedWorkspace(SQL)
  const { undo } = startMission(scope, { id: 'A' })
  undoAction(scope, { undo: undo ?? '' })
  expect(codeOf(() => undoAction(scope, { undo: undo ?? '' }))).toBe('not_found')
  expect(codeOf(() => undoAction(scope, { undo: 'made up' }))).toBe('not_found')
})

test.each([
  ['the mission', "UPDATE missions SET notes = 'theirs' WHERE id = 'A'"],
  ['its place in the queue', "UPDATE missions SET rowid = 99 WHERE id = 'A'"],
  ['its very existence', "DELETE FROM missions WHERE id = 'A'"],
])('nothing is taken back when %s changed since', (_name, sql) => {
  const { scope, database } = openedWorkspace(SQL)
  const { undo } = moveMissions(scope, { missions: [{ id: 'B' }, { id: 'A' }], to: 'Current' })
  execute(database, sql)
  const before = state(database)
  expect(codeOf(() => undoAction(scope, { undo: undo ?? '' }))).toBe('conflict')
  expect(state(database)).toEqual(before)
})

test('a mission that others came to depend on is not removed by taking its addition back', () => {
  const { scope, database } = openedWorkspace(SQL)
  const { undo } = addMission(scope, { id: 'N', name: 'n', sprintId: null })
  addDependency(scope, { from: 'A', to: 'N' })
  expect(codeOf(() => undoAction(scope, { undo: undo ?? '' }))).toBe('conflict')
  expect(rows(database, "SELECT * FROM mission_dependencies WHERE to_id = 'N'")).toHaveLength(1)
})

test('a context that moved on keeps its memory, while the mission goes back', () => {
  const { scope, database } = openedWorkspace(SQL)
  const { undo } = startMission(scope, { id: 'A' })
  startMission(scope, { id: 'B' })
  const contexts = rows(database, 'SELECT * FROM contexts')
  const receipt = undoAction(scope, { undo: undo ?? '' })
  expect(receipt.warnings).toEqual([
    'The project context changed since, so it keeps its memory of the action.',
    'The master context changed since, so it keeps its memory of the action.',
  ])
  expect(rows(database, 'SELECT * FROM contexts')).toEqual(contexts)
  expect(rows(database, "SELECT status FROM missions WHERE id = 'A'")).toEqual([{ status: 'Queued' }])
})

test('taking back the first action keeps the contexts it created, and their copies', () => {
  const { scope, database } = openedWorkspace(`${SQL} DELETE FROM contexts;`)
  const { undo } = startMission(scope, { id: 'A' })
  undoAction(scope, { undo: undo ?? '' })
  expect(rows(database, 'SELECT count(*) AS n FROM context_snapshots')).toEqual([{ n: 2 }])
})
