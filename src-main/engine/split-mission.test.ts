import { expect, test } from 'vitest'
import { DomainError } from '../domain/fault'
import { readMissionDetail } from '../store/read-detail'
import { readsOf } from '../store/reads'
import { execute, NOW, openedWorkspace, rows } from '../testing/temp-workspace'
import { splitMission } from './split-mission'
import { undoAction } from './undo-action'

const SQL = `
  INSERT INTO sprints (id, title) VALUES ('S1', 'One');
  INSERT INTO missions (id, sprint_id, name, status) VALUES
    ('A', 'S1', 'a', 'In Progress'), ('B', NULL, 'b', 'Queued'), ('C', NULL, 'c', 'Completed'), ('D', NULL, 'd', 'Dropped');
`
const PARTS = [
  { id: 'A-a', name: 'First half' },
  { id: 'A-b', name: 'Second half' },
]

const state = (database: string) => [
  rows(database, 'SELECT * FROM missions ORDER BY rowid'),
  rows(database, 'SELECT * FROM mission_dependencies ORDER BY from_id'),
]

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  throw new Error('It was not refused')
}

test('the parts are queued in the sprint of the mission, which waits for them', async () => {
  const { scope, workspace, database } = openedWorkspace(SQL)
  const receipt = splitMission(scope, { id: 'A', expect: 'In Progress', parts: PARTS })
  expect(receipt.missions.map(({ id }) => id)).toEqual(['A-a', 'A', 'A-b'])
  expect(rows(database, "SELECT id, sprint_id, name, status FROM missions WHERE id LIKE 'A-%'")).toEqual([
    { id: 'A-a', sprint_id: 'S1', name: 'First half', status: 'Queued' },
    { id: 'A-b', sprint_id: 'S1', name: 'Second half', status: 'Queued' },
  ])
  const { waitsFor } = await readMissionDetail(readsOf(workspace.store), 'A', NOW.getTime())
  expect(waitsFor.map(({ id }) => id)).toEqual(['A-a', 'A-b'])
})

test('a split is taken back, done again and taken back again', () => {
  const { scope, database } = openedWorkspace(SQL)
  const before = state(database)
  const { undo } = splitMission(scope, { id: 'A', parts: PARTS })
  const after = state(database)
  const undone = undoAction(scope, { undo: undo ?? '' })
  expect(state(database)).toEqual(before)
  const again = undoAction(scope, { undo: undone.undo ?? '' })
  expect(state(database)).toEqual(after)
  undoAction(scope, { undo: again.undo ?? '' })
  expect(state(database)).toEqual(before)
})

test('a split is not taken back once something else waits for a part of it', () => {
  const { scope, database } = openedWorkspace(SQL)
  const { undo } = splitMission(scope, { id: 'A', parts: PARTS })
  execute(database, "INSERT INTO mission_dependencies VALUES ('A-a', 'B', 'Blocks')")
  const before = state(database)
  expect(codeOf(() => undoAction(scope, { undo: undo ?? '' }))).toBe('conflict')
  expect(state(database)).toEqual(before)
})

test.each([
  ['a part that exists', { id: 'A', parts: [...PARTS, { id: 'B', name: 'x' }] }, 'exists'],
  ['two parts of one id', { id: 'A', parts: [...PARTS, { id: 'A-a', name: 'x' }] }, 'exists'],
  ['an id that is none', { id: 'A', parts: [...PARTS, { id: 'a/b', name: 'x' }] }, 'invalid_input'],
  ['a finished mission', { id: 'C', parts: PARTS }, 'transition_refused'],
  ['a dropped mission', { id: 'D', parts: PARTS }, 'transition_refused'],
  ['a mission that moved on', { id: 'A', expect: 'Queued', parts: PARTS }, 'conflict'],
  ['no mission', { id: 'gone', parts: PARTS }, 'not_found'],
])('with %s nothing is written', (_name, input, code) => {
  const { scope, database } = openedWorkspace(SQL)
  const before = state(database)
  expect(codeOf(() => splitMission(scope, input))).toBe(code)
  expect(state(database)).toEqual(before)
})
