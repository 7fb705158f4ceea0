import { describe, expect, test } from 'vitest'
import { DomainError, type FaultCode } from '../domain/fault'
import { execute, openedWorkspace, rows, TS } from '../testing/temp-workspace'
import { addDependency } from './add-dependency'
import { addMission } from './add-mission'
import { assignSprint } from './assign-sprint'
import { removeDependency } from './remove-dependency'
import { reorderMission } from './reorder-mission'
import { addSprint, closeSprint, updateSprintFields } from './sprints'
import { updateMission } from './update-mission'

const SQL = `
  INSERT INTO sprints (id, title) VALUES ('S1', 'One'), ('S2', 'Two');
  INSERT INTO missions (id, sprint_id, name, status) VALUES
    ('A', 'S1', 'a', 'Queued'), ('B', 'S1', 'b', 'Blocked'), ('C', NULL, 'c', 'Queued'), ('D', NULL, 'd', 'Queued'), ('E', NULL, 'e', 'Queued');
`

function codeOf(run: () => unknown): FaultCode {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  throw new Error('It was not refused')
}

const queue = (database: string) =>
  rows(database, 'SELECT id FROM missions ORDER BY rowid').map((row) => Object.values(row ?? {})[0])
const mission = (database: string, id: string) => rows(database, `SELECT * FROM missions WHERE id = '${id}'`)[0]

describe('add', () => {
  test('stores the spec in the metadata in the order of the convention', () => {
    const { scope, database } = openedWorkspace(SQL)
    const receipt = addMission(scope, {
      id: 'N',
      name: 'New',
      sprintId: 'S1',
      status: ' queued ',
      description: 'text',
      successCriteria: ['fast'],
      metadata: '{"weight": 1.0, "description": "replaced"}',
    })
    expect(receipt).toMatchObject({ missions: [{ id: 'N', status: 'Queued' }], event: null })
    expect(mission(database, 'N')).toMatchObject({
      sprint_id: 'S1',
      completed_at: null,
      metadata: '{"weight": 1.0, "description": "text", "successCriteria": ["fast"]}',
    })
  })

  test.each([
    ['a taken id', 'exists', { id: 'A' }],
    ['an unknown sprint', 'not_found', { sprintId: 'S9' }],
    ['an unsafe id', 'invalid_input', { id: '../../x' }],
    ['an unknown status', 'invalid_input', { status: 'Someday' }],
    ['metadata that is no JSON', 'invalid_input', { metadata: '{' }],
    ['metadata that is no object', 'invalid_input', { metadata: '[1]' }],
  ])('refuses %s and leaves no trace', (_name, code, over) => {
    const { scope, database } = openedWorkspace(SQL)
    expect(codeOf(() => addMission(scope, { id: 'N', name: 'New', sprintId: null, ...over }))).toBe(code)
    expect(queue(database)).toEqual(['A', 'B', 'C', 'D', 'E'])
  })
})

describe('update', () => {
  test('takes a mission out of its sprint when told so, and leaves it there when nothing is said of it', () => {
    const { scope, database } = openedWorkspace(SQL)
    updateMission(scope, { id: 'A', name: 'still there', sprintId: '' })
    expect(mission(database, 'A')).toMatchObject({ sprint_id: 'S1' })
    expect(updateMission(scope, { id: 'A', sprintId: null }).columns).toEqual(['sprint_id'])
    expect(mission(database, 'A')).toMatchObject({ sprint_id: null })
  })

  test('changes what is named and keeps replaced notes', () => {
    const { scope, database } = openedWorkspace(
      `${SQL} UPDATE missions SET notes = 'old', metadata = '{"k": 2.50}' WHERE id = 'A'`,
    )
    const receipt = updateMission(scope, { id: 'A', name: 'Renamed', notes: 'new', sprintId: 'S2' })
    expect(receipt.columns).toEqual(['name', 'sprint_id', 'notes'])
    expect(receipt.event).toBeNull()
    expect(mission(database, 'A')).toMatchObject({
      name: 'Renamed',
      sprint_id: 'S2',
      notes: 'new',
      metadata: `{"k": 2.50, "notes_history": [{"at": "${TS}", "notes": "old"}]}`,
    })
  })

  test('a corrected status takes its date along', () => {
    const { scope, database } = openedWorkspace(SQL)
    expect(updateMission(scope, { id: 'A', status: 'completed' }).event).toMatchObject({
      action: 'update',
      status: 'completed',
    })
    expect(mission(database, 'A')).toMatchObject({ status: 'Completed', completed_at: TS })
    updateMission(scope, { id: 'A', status: 'Queued' })
    expect(mission(database, 'A')).toMatchObject({
      status: 'Queued',
      completed_at: null,
      metadata: `{"completion_history": [{"completed_at": "${TS}", "reopened_at": "${TS}"}]}`,
    })
  })

  test('leaves the spelling of untouched metadata alone', () => {
    const { scope, database } = openedWorkspace(
      `${SQL} UPDATE missions SET metadata = '{"a":1,   "b":[1.0]}' WHERE id = 'A'`,
    )
    updateMission(scope, { id: 'A', name: 'Renamed' })
    expect(mission(database, 'A')).toMatchObject({ metadata: '{"a":1,   "b":[1.0]}' })
  })

  test('an empty object of metadata is a change that changes nothing', () => {
    const { scope, database } = openedWorkspace(SQL)
    const before = mission(database, 'A')
    expect(updateMission(scope, { id: 'A', metadata: '' })).toMatchObject({ columns: ['metadata'], undo: null })
    expect(mission(database, 'A')).toEqual(before)
  })

  test('refuses to change nothing', () => {
    const { scope } = openedWorkspace(SQL)
    expect(codeOf(() => updateMission(scope, { id: 'A', name: '', status: '', sprintId: '' }))).toBe('invalid_input')
  })

  test('refuses what is not there', () => {
    const { scope } = openedWorkspace(SQL)
    expect(codeOf(() => updateMission(scope, { id: 'Z', name: 'x' }))).toBe('not_found')
    expect(codeOf(() => updateMission(scope, { id: 'A', sprintId: 'S9' }))).toBe('not_found')
    expect(codeOf(() => updateMission(scope, { id: 'A', name: 'x', expect: 'Current' }))).toBe('conflict')
  })
})

describe('reorder', () => {
  test.each([
    ['E', 'A', ['E', 'B', 'A', 'C', 'D']],
    ['A', 'E', ['C', 'B', 'D', 'A', 'E']],
    ['A', null, ['C', 'B', 'D', 'E', 'A']],
    ['D', 'C', ['A', 'B', 'D', 'C', 'E']],
    ['C', 'D', ['A', 'B', 'C', 'D', 'E']],
    ['C', 'C', ['A', 'B', 'C', 'D', 'E']],
  ])('%s before %s leaves missions of other statuses in their place', (id, before, wanted) => {
    const { scope, database } = openedWorkspace(`${SQL} INSERT INTO mission_dependencies VALUES ('A', 'E', 'Blocks')`)
    reorderMission(scope, { id, before })
    expect(queue(database)).toEqual(wanted)
    expect(rows(database, 'SELECT count(*) AS n FROM mission_dependencies')).toEqual([{ n: 1 }])
  })

  test('refuses a place among missions of another status', () => {
    const { scope, database } = openedWorkspace(SQL)
    expect(codeOf(() => reorderMission(scope, { id: 'A', before: 'B' }))).toBe('conflict')
    expect(queue(database)).toEqual(['A', 'B', 'C', 'D', 'E'])
  })
})

describe('dependencies', () => {
  test('are recorded, relabelled and taken away', () => {
    const { scope, database } = openedWorkspace(SQL)
    addDependency(scope, { from: 'A', to: 'B' })
    addDependency(scope, { from: 'A', to: 'B', type: 'Enables' })
    expect(rows(database, 'SELECT * FROM mission_dependencies')).toEqual([
      { from_id: 'A', to_id: 'B', type: 'Enables' },
    ])
    removeDependency(scope, { from: 'A', to: 'B' })
    expect(rows(database, 'SELECT * FROM mission_dependencies')).toEqual([])
    expect(codeOf(() => removeDependency(scope, { from: 'A', to: 'B' }))).toBe('not_found')
  })

  test('that close a circle are refused with the way round', () => {
    const { scope } = openedWorkspace(SQL)
    addDependency(scope, { from: 'A', to: 'B' })
    addDependency(scope, { from: 'C', to: 'B', type: 'depends_on' })
    expect(() => addDependency(scope, { from: 'C', to: 'A' })).toThrow('C -> A -> B -> C')
    expect(codeOf(() => addDependency(scope, { from: 'C', to: 'A' }))).toBe('cycle')
  })

  test.each([
    ['A', 'A', 'invalid_input'],
    ['A', 'Z', 'not_found'],
    ['Z', 'A', 'not_found'],
  ])('%s -> %s is refused: %s', (from, to, code) => {
    const { scope } = openedWorkspace(SQL)
    expect(codeOf(() => addDependency(scope, { from, to }))).toBe(code)
  })
})

describe('sprints', () => {
  test('missions go into a sprint and out of it together', () => {
    const { scope, database } = openedWorkspace(SQL)
    assignSprint(scope, { ids: ['C', 'D', 'A'], sprintId: 'S1' })
    expect(rows(database, "SELECT id FROM missions WHERE sprint_id = 'S1'")).toHaveLength(4)
    assignSprint(scope, { ids: ['A'], sprintId: null })
    expect(mission(database, 'A')).toMatchObject({ sprint_id: null })
    expect(codeOf(() => assignSprint(scope, { ids: ['A', 'Z'], sprintId: 'S2' }))).toBe('not_found')
    expect(codeOf(() => assignSprint(scope, { ids: ['A'], sprintId: 'S9' }))).toBe('not_found')
    expect(mission(database, 'A')).toMatchObject({ sprint_id: null })
  })

  test('are added, changed and closed', () => {
    const { workspace, scope, database } = openedWorkspace(SQL)
    addSprint(workspace.store, { id: 'S3', focus: 'Lamps' })
    updateSprintFields(workspace.store, { id: 'S3', title: 'Lamp room', focus: '', startDate: '2025-03-01' })
    expect(closeSprint(workspace.store, 'S3', scope.now)).toEqual([])
    expect(rows(database, "SELECT title, focus, status, start_date, end_date FROM sprints WHERE id = 'S3'")).toEqual([
      { title: 'Lamp room', focus: null, status: 'Completed', start_date: '2025-03-01', end_date: '2025-03-06' },
    ])
    expect(codeOf(() => addSprint(workspace.store, { id: 'S3' }))).toBe('exists')
    expect(codeOf(() => addSprint(workspace.store, { id: 'a/b' }))).toBe('invalid_input')
    expect(codeOf(() => updateSprintFields(workspace.store, { id: 'S9', title: 'x' }))).toBe('not_found')
  })

  test('with work to do stay open, with blocked missions they close with a warning', () => {
    const { workspace, scope, database } = openedWorkspace(SQL)
    expect(codeOf(() => closeSprint(workspace.store, 'S1', scope.now))).toBe('transition_refused')
    execute(database, "UPDATE missions SET status = 'Completed' WHERE id = 'A'")
    expect(closeSprint(workspace.store, 'S1', scope.now)).toEqual(['1 blocked mission stays in the closed sprint.'])
  })
})
