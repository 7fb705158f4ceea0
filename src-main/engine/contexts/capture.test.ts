import { describe, expect, test } from 'vitest'
import { allSnapshots, masterText, openedGeneration, withMaster } from '../../testing/context-workspace'
import { faultOf } from '../../testing/fault-of'
import { GENERATIONS } from '../../testing/generation-schema'
import { execute, rows } from '../../testing/temp-workspace'
import { checkHealth } from '../check-health'
import { undoAction } from '../undo-action'
import { addDecision } from './add-to-context'
import { captureRecord } from './capture'
import { searchRecords } from './search-records'

const all = { words: '', offset: 0, limit: 50 }

describe.each(GENERATIONS)('in a store of generation %s', (generation) => {
  test('learnings and next steps are added where there is a table for them, and refused with the reason elsewhere', () => {
    const { scope, database } = openedGeneration(generation)
    const { store } = scope.workspace
    const input = { kind: 'next_step', text: ' Ask for the key ', mission: 'B9.2' } as const
    if (!store.capabilities.has('next_steps')) {
      const fault = faultOf(() => captureRecord(scope, input))
      expect([fault.code, fault.message]).toEqual(['unsupported', expect.stringContaining('no table for next steps')])
      return
    }
    const receipt = captureRecord(scope, input)
    captureRecord(scope, { kind: 'learning', text: 'Keys expire', agent: 'ann' })
    expect(rows(database, 'SELECT content, status, mission_id FROM next_steps')).toEqual([
      { content: 'Ask for the key', status: 'pending', mission_id: 'B9.2' },
    ])
    expect(searchRecords(store, { ...all, kind: 'learning' }).records).toMatchObject([{ text: 'Keys expire' }])
    expect(searchRecords(store, { ...all, kind: 'next_step' }).records).toMatchObject([
      { text: 'Ask for the key', row: receipt.row, missionId: 'B9.2' },
    ])
    expect(rows(database, "SELECT agent, mission FROM session_events WHERE status = 'captured' ORDER BY id")).toEqual([
      { agent: 'tester', mission: 'B9.2' },
      { agent: 'ann', mission: null },
    ])
    undoAction(scope, { undo: receipt.undo ?? '' })
    expect(rows(database, 'SELECT * FROM next_steps')).toEqual([])
    expect(checkHealth(store).ok).toBe(true)
  })

  test('what is remembered is found, and looking changes nothing', () => {
    const { scope, database } = openedGeneration(generation)
    const before = allSnapshots(database)
    const { records, shelves } = searchRecords(scope.workspace.store, { ...all, kind: 'decision' })
    expect(records.map(({ text, contexts }) => [text, contexts])).toEqual([['Objects, not texts', ['master_context']]])
    expect(shelves.find(({ kind }) => kind === 'session')?.kept).toBe(generation !== 'v1')
    const sessions = searchRecords(scope.workspace.store, { ...all, kind: 'session' })
    expect(sessions.total).toBe(generation === 'v1' ? 0 : 1)
    expect(allSnapshots(database)).toEqual(before)
  })
})

test('stores without tables keep learnings and next steps in the captures of their sessions', () => {
  const { scope, database } = openedGeneration('v1.5')
  const captures = [
    { timestamp: '2025-11-13T09:10:00Z', category: 'learning', content: 'Keys expire', missionId: 'B9.2' },
    { timestamp: '2025-11-13T09:20:00Z', category: 'next-step', content: 'Ask for the key' },
    { category: 'mood', content: 'fine' },
    'odd',
  ]
  execute(database, `UPDATE sessions SET captures = '${JSON.stringify(captures)}'`)
  const found = (kind: 'learning' | 'next_step') => searchRecords(scope.workspace.store, { ...all, kind }).records
  expect(found('learning')).toMatchObject([{ text: 'Keys expire', session: 'PS-2025-11-13-001', missionId: 'B9.2' }])
  expect(found('next_step')).toMatchObject([{ text: 'Ask for the key', row: null }])
  execute(database, "UPDATE sessions SET captures = 'not json'")
  expect(found('learning')).toEqual([])
})

test('decisions of both contexts are one list, and a context that cannot be read is named', () => {
  const { scope, database } = withMaster('{"decisions_made": ["One clock"]}')
  execute(
    database,
    `INSERT INTO contexts VALUES ('project_context', '', '{"decisions_made": ["one clock", "No network"]}', NULL) ON CONFLICT (id) DO UPDATE SET content = excluded.content`,
  )
  const search = () => searchRecords(scope.workspace.store, { ...all, kind: 'decision' })
  expect(search().records.map(({ text, contexts }) => [text, contexts.length])).toEqual([
    ['No network', 1],
    ['one clock', 2],
  ])
  execute(database, "UPDATE contexts SET content = '{' WHERE id = 'project_context'")
  expect(search()).toMatchObject({ total: 1, faults: [expect.stringContaining('The project context is left out')] })
})

test('taking back a decision takes back its row and its entry', () => {
  const { scope, database } = openedGeneration('v2.4')
  const before = masterText(database)
  const receipt = addDecision(scope, { text: 'One clock' })
  undoAction(scope, { undo: receipt.undo ?? '' })
  expect(masterText(database)).toBe(before)
  expect(rows(database, 'SELECT * FROM strategic_decisions')).toEqual([])
  expect(checkHealth(scope.workspace.store).ok).toBe(true)
})
