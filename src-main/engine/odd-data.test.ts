import { describe, expect, test } from 'vitest'
import { DomainError } from '../domain/fault'
import { execute, openedWorkspace, rows, TS } from '../testing/temp-workspace'
import { completeMission } from './complete-mission'
import { startMission } from './start-mission'

const SQL = `
  INSERT INTO sprints (id, title, total_missions, completed_missions) VALUES ('S1', 'One', 5, 1);
  INSERT INTO missions (id, sprint_id, name, status) VALUES
    ('H1', 'S1', 'Survey', 'Queued'), ('H2', 'S1', 'Pour', 'Queued'), ('H3', 'S1', 'Wire', 'Queued'), ('H4', NULL, 'Paint', 'Queued');
`

const mission = (database: string, id: string) =>
  rows(database, `SELECT status, completed_at, notes, metadata FROM missions WHERE id = '${id}'`)[0]
const events = (database: string) =>
  rows(database, 'SELECT mission, action, status, raw_event FROM session_events ORDER BY id')
const statuses = (database: string) => rows(database, 'SELECT id, status FROM missions ORDER BY rowid')

function refusal(run: () => unknown): DomainError {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('It was not refused')
}

describe('odd data', () => {
  const LONG = 'x'.repeat(10_000)

  test.each(["O'Brien", '../../x', 'a"b', "'; DROP TABLE missions; --", 'a/b\\c', '%_', LONG])(
    'an id that another program stored is like any other: %s',
    (id) => {
      const { scope, database } = openedWorkspace()
      execute(
        database,
        `INSERT INTO missions (id, name, status) VALUES ('${id.replaceAll("'", "''")}', 'Odd', 'Queued')`,
      )
      expect(startMission(scope, { id }).missions).toEqual([{ id, status: 'In Progress' }])
      completeMission(scope, { id, notes: "it's done" })
      expect(statuses(database)).toEqual([{ id, status: 'Completed' }])
    },
  )

  test.each(['scribble', '[1,2]', '"text"', '{"a":'])(
    'metadata that is no object is refused and kept: %s',
    (metadata) => {
      const { scope, database } = openedWorkspace(`${SQL} UPDATE missions SET metadata = '${metadata}' WHERE id = 'H1'`)
      const fault = refusal(() => startMission(scope, { id: 'H1' }))
      expect([fault.code, fault.details.name]).toEqual(['invalid_json', 'mission H1'])
      expect(mission(database, 'H1')).toMatchObject({ status: 'Queued', metadata })
      expect(events(database)).toEqual([])
    },
  )

  test.each(['not json', '[1]', '{"working_memory": 3}'])(
    'a context of another shape stops the action: %s',
    (content) => {
      const { scope, database } = openedWorkspace(
        `${SQL} UPDATE contexts SET content = '${content}' WHERE id = 'master_context'`,
      )
      const fault = refusal(() => completeMission(scope, { id: 'H1', notes: '' }))
      expect([fault.code, fault.message.includes('context master_context')]).toEqual(['invalid_json', true])
      expect([mission(database, 'H1'), events(database)]).toEqual([expect.objectContaining({ status: 'Queued' }), []])
    },
  )

  test('a status nobody knows can be started in a store without rules', () => {
    const { scope } = openedWorkspace("INSERT INTO missions (id, name, status) VALUES ('H1', 'Odd', 'Archived')")
    expect(startMission(scope, { id: 'H1' }).warnings).toEqual([
      'Mission H1: Going from Archived to In Progress is unusual: newer programs refuse it.',
    ])
  })

  test('a mission that is not there is said to be, with a long id cut short', () => {
    const { scope } = openedWorkspace()
    const fault = refusal(() => startMission(scope, { id: LONG }))
    expect([fault.code, fault.message.length < 300]).toEqual(['not_found', true])
  })
})

test('bytes where text belongs are read as text, and only what changes is written', () => {
  const { scope, database } = openedWorkspace(
    "INSERT INTO missions (id, name, status, notes, metadata) VALUES ('H1', 'a', 'Queued', X'FF00', CAST('{\"k\": 1.0}' AS BLOB))",
  )
  startMission(scope, { id: 'H1' })
  expect(rows(database, 'SELECT typeof(notes) AS type, hex(notes) AS notes, metadata FROM missions')).toEqual([
    { type: 'blob', notes: 'FF00', metadata: `{"k": 1.0, "started_at": "${TS}"}` },
  ])
})
