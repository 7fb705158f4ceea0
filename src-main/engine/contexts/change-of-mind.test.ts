import { expect, test } from 'vitest'
import { masterHash, masterText, withMaster } from '../../testing/context-workspace'
import { faultOf } from '../../testing/fault-of'
import { execute, rows } from '../../testing/temp-workspace'
import { undoAction } from '../undo-action'
import { addDecision } from './add-to-context'
import { listContexts, listSnapshots } from './look-at-contexts'
import { restoreSnapshot, setContext } from './set-context'

const MASTER = 'master_context'

test('a snapshot is restored as a new write that keeps what stood there', () => {
  const { scope, database } = withMaster('{"a": 1}')
  const first = setContext(scope, { id: MASTER, text: '{"a": 2}' }).previousSnapshot ?? 0
  const receipt = restoreSnapshot(scope, { id: MASTER, snapshot: first, expect: masterHash(scope) })
  expect(masterText(database)).toBe('{\n  "a": 1\n}')
  expect(receipt.summary).toBe(`Restored the master context from snapshot ${first}`)
  const { snapshots } = listSnapshots(scope.workspace.store, { id: MASTER, limit: 10 })
  expect(snapshots.map(({ source }) => source)).toEqual(['restored', 'context_set', 'before_change'])
})

test('nothing is restored over what changed meanwhile, nor from a snapshot that holds no document', () => {
  const { scope, database } = withMaster('{"a": 1}')
  const seen = masterHash(scope)
  const first = setContext(scope, { id: MASTER, text: '{"a": 2}' }).previousSnapshot ?? 0
  expect(faultOf(() => restoreSnapshot(scope, { id: MASTER, snapshot: first, expect: seen })).code).toBe('conflict')
  execute(database, `UPDATE context_snapshots SET content = '[1' WHERE id = ${first}`)
  expect(faultOf(() => restoreSnapshot(scope, { id: MASTER, snapshot: first })).code).toBe('invalid_json')
  expect(masterText(database)).toBe('{\n  "a": 2\n}')
})

test('a change is taken back as a whole, and done again', () => {
  const { scope, database } = withMaster('{ "a":1 }')
  const receipt = setContext(scope, { id: MASTER, text: '{"a": 2}' })
  const undone = undoAction(scope, { undo: receipt.undo ?? '' })
  expect(masterText(database)).toBe('{ "a":1 }')
  expect(rows(database, 'SELECT summary FROM session_events ORDER BY id DESC LIMIT 1')).toEqual([
    { summary: 'Took back the last change of the master context' },
  ])
  undoAction(scope, { undo: undone.undo ?? '' })
  expect(masterText(database)).toBe('{\n  "a": 2\n}')
  const { snapshots } = listSnapshots(scope.workspace.store, { id: MASTER, limit: 10 })
  expect(snapshots.map(({ source }) => source)).toEqual(['undo', 'undo', 'context_set', 'before_change'])
})

test('a change that somebody built on is not taken back', () => {
  const { scope, database } = withMaster('{"a": 1}')
  const receipt = setContext(scope, { id: MASTER, text: '{"a": 2}' })
  execute(database, `UPDATE contexts SET content = '{"a": 3}' WHERE id = '${MASTER}'`)
  expect(faultOf(() => undoAction(scope, { undo: receipt.undo ?? '' })).code).toBe('conflict')
  expect(masterText(database)).toBe('{"a": 3}')
})

test('what changed nothing leaves nothing to take back', () => {
  const { scope } = withMaster('{"a": 1}')
  expect(setContext(scope, { id: MASTER, text: '{"a":1}' }).undo).toBeNull()
})

test('who wrote a context last is told by the event of that moment', () => {
  const { scope, database } = withMaster('{"a": 1}')
  const writer = () => listContexts(scope.workspace.store).find(({ id }) => id === MASTER)?.by
  expect(writer()).toBeNull()
  addDecision(scope, { text: 'One clock', agent: 'ann' })
  expect(writer()).toBe('ann')
  execute(database, `UPDATE contexts SET updated_at = '2026-01-01T00:00:00Z'`)
  expect(writer()).toBeNull()
})
