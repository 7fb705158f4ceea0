import { describe, expect, test } from 'vitest'
import { readMissionDetail } from '../store/read-detail'
import { readsOf } from '../store/reads'
import { NOW, openedWorkspace, rows } from '../testing/temp-workspace'
import { checkCriterion } from './check-criterion'
import { undoAction } from './undo-action'

const METADATA = '{"weight": 1.0, "successCriteria": ["Fast", "Small"], "of_others": {"k": [1]}}'
const SQL = `INSERT INTO missions (id, name, status, metadata) VALUES ('A', 'a', 'Completed', '${METADATA}')`
const stored = (database: string) => rows(database, "SELECT status, metadata FROM missions WHERE id = 'A'")[0]

describe('a success criterion', () => {
  test('is ticked in the metadata, beside everything that others keep there, and shown as met', async () => {
    const { scope, workspace, database } = openedWorkspace(SQL)
    checkCriterion(scope, { id: 'A', criterion: 'Small', met: true })
    expect(stored(database)).toEqual({
      status: 'Completed',
      metadata: `${METADATA.slice(0, -1)}, "criteria_met": {"Small": "2025-03-06T09:00:00Z"}}`,
    })
    const { criteria } = await readMissionDetail(readsOf(workspace.store), 'A', NOW.getTime())
    expect(criteria).toEqual([
      { text: 'Fast', met: null },
      { text: 'Small', met: '2025-03-06T09:00:00Z' },
    ])
    expect(rows(database, 'SELECT action, summary FROM session_events')).toEqual([
      { action: 'update', summary: 'Criterion met: Small' },
    ])
  })

  test('ticked twice is written once; the tick goes by hand or by undo', () => {
    const { scope, database } = openedWorkspace(SQL)
    const { undo } = checkCriterion(scope, { id: 'A', criterion: 'Fast', met: true })
    expect(checkCriterion(scope, { id: 'A', criterion: 'Fast', met: true }).undo).toBeNull()
    undoAction(scope, { undo: undo ?? '' })
    expect(stored(database)).toMatchObject({ metadata: METADATA })
    checkCriterion(scope, { id: 'A', criterion: 'Fast', met: true })
    checkCriterion(scope, { id: 'A', criterion: 'Fast', met: false })
    expect(stored(database)).toMatchObject({ metadata: METADATA })
  })

  test('that the mission does not have is refused, and nothing is written', () => {
    const { scope, database } = openedWorkspace(SQL)
    expect(() => checkCriterion(scope, { id: 'A', criterion: 'Cheap', met: true })).toThrow(/no such success criterion/)
    expect(stored(database)).toMatchObject({ metadata: METADATA })
  })

  test('is left alone where the metadata does not parse', () => {
    const { scope, database } = openedWorkspace(SQL.replace(METADATA, '{broken'))
    expect(() => checkCriterion(scope, { id: 'A', criterion: 'Fast', met: true })).toThrow(/repair/)
    expect(stored(database)).toMatchObject({ metadata: '{broken' })
  })
})
