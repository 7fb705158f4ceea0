import { describe, expect, test } from 'vitest'
import { masterHash, masterText, withMaster } from '../../testing/context-workspace'
import { faultOf } from '../../testing/fault-of'
import { execute, rows } from '../../testing/temp-workspace'
import { addDecision } from './add-to-context'
import { diffContext } from './diff-context'
import { listContexts, listSnapshots, readContextText } from './look-at-contexts'
import { setContext } from './set-context'

const ODD =
  '{"zeta":1.0,"alpha":{"big":12345678901234567890,"exp":1e5,"nan":NaN},"ünï":"\\u00fc","__proto__":[],"decisions_made":["kept"]}'
const ODD_PRETTY = `{
  "zeta": 1.0,
  "alpha": {
    "big": 12345678901234567890,
    "exp": 1e5,
    "nan": NaN
  },
  "ünï": "ü",
  "__proto__": [],
  "decisions_made": [
    "kept",
    "new"
  ]
}`

describe('what other programs wrote', () => {
  test('keeps its keys, their order and the spelling of every number', () => {
    const { scope, database } = withMaster(ODD)
    addDecision(scope, { text: 'new' })
    expect(masterText(database)).toBe(ODD_PRETTY)
  })

  test.each(['{"broken": ', '[1, 2]', '"text"', 'nul'])('is refused and left when it is no JSON object: %s', (text) => {
    const { scope, database } = withMaster(text)
    expect(faultOf(() => addDecision(scope, { text: 'new' })).code).toBe('invalid_json')
    expect(faultOf(() => setContext(scope, { id: 'master_context', text: '{}' })).code).toBe('invalid_json')
    expect(masterText(database)).toBe(text)
    expect(rows(database, "SELECT * FROM session_events WHERE action = 'context'")).toEqual([])
    expect(listContexts(scope.workspace.store).find(({ id }) => id === 'master_context')).toMatchObject({
      health: 'unreadable',
      fault: expect.stringContaining('no JSON object'),
    })
    expect(readContextText(scope.workspace.store, 'master_context', undefined)).toMatchObject({ text })
  })

  test('can be repaired by whoever names what they read, and the broken text is kept', () => {
    const { scope, database } = withMaster('{"broken": ')
    const receipt = setContext(scope, { id: 'master_context', text: '{"whole": 1}', expect: masterHash(scope) })
    expect(masterText(database)).toBe('{\n  "whole": 1\n}')
    const kept = readContextText(scope.workspace.store, 'master_context', receipt.previousSnapshot ?? 0)
    expect(kept.text).toBe('{"broken": ')
    expect(diffContext(scope.workspace.store, { id: 'master_context' })).toMatchObject({ total: 1 })
  })
})

describe('replacing a context', () => {
  test('keeps what stood there, writes the new text and its snapshot, and says who did it', () => {
    const { scope, database } = withMaster('{"a": 1}')
    const receipt = setContext(scope, {
      id: 'master_context',
      text: '{"b": 1.0}',
      agent: 'ann',
      expect: masterHash(scope),
    })
    expect(masterText(database)).toBe('{\n  "b": 1.0\n}')
    expect(receipt).toMatchObject({ changed: true, hash: masterHash(scope), sizeKb: 0.01 })
    const { snapshots, total } = listSnapshots(scope.workspace.store, { id: 'master_context', limit: 10 })
    expect(total).toBe(2)
    expect(snapshots.map(({ id, source, hash }) => [id, source, hash === receipt.hash])).toEqual([
      [receipt.snapshot, 'context_set', true],
      [receipt.previousSnapshot, 'before_change', false],
    ])
    expect(
      rows(database, "SELECT agent, summary, json_extract(raw_event, '$.context') AS context FROM session_events"),
    ).toEqual([{ agent: 'ann', summary: 'Replaced the master context', context: 'master_context' }])
  })

  test('is refused when it changed since it was read, whatever changed it', () => {
    const { scope, database } = withMaster('{"a": 1}')
    const seen = masterHash(scope)
    execute(database, `UPDATE contexts SET content = '{"a": 2}' WHERE id = 'master_context'`)
    expect(faultOf(() => setContext(scope, { id: 'master_context', text: '{"a": 3}', expect: seen })).code).toBe(
      'conflict',
    )
    expect(masterText(database)).toBe('{"a": 2}')
    const other = { id: 'project_context', text: '{}', expect: seen }
    expect(faultOf(() => setContext(scope, other)).code).toBe('conflict')
  })

  test('another spacing is no conflict, and the same content writes nothing', () => {
    const { scope, database } = withMaster('{"a": 1}')
    const seen = masterHash(scope)
    execute(database, `UPDATE contexts SET content = '{ "a":1 }' WHERE id = 'master_context'`)
    const receipt = setContext(scope, { id: 'master_context', text: '{"a":1}', expect: seen })
    expect(receipt).toMatchObject({ changed: false, snapshot: null, previousSnapshot: null })
    expect(masterText(database)).toBe('{ "a":1 }')
    expect(rows(database, 'SELECT * FROM session_events')).toEqual([])
  })

  test.each(['', '  ', 'null', '[]', '1', '{"a": }', '{"a": 1} x', "{'a': 1}"])(
    'needs a JSON object, not %j',
    (text) => {
      const { scope, database } = withMaster('{"a": 1}')
      expect(faultOf(() => setContext(scope, { id: 'master_context', text })).code).toBe('invalid_input')
      expect(masterText(database)).toBe('{"a": 1}')
    },
  )

  test('of a name no program knows is refused', () => {
    const { scope, database } = withMaster('{}')
    expect(faultOf(() => setContext(scope, { id: 'my_context', text: '{}' })).code).toBe('not_found')
    expect(rows(database, "SELECT id FROM contexts WHERE id = 'my_context'")).toEqual([])
  })

  test('works where there was none', () => {
    const { scope, database } = withMaster('{}')
    execute(database, 'DELETE FROM contexts')
    expect(listContexts(scope.workspace.store)).toEqual([])
    expect(setContext(scope, { id: 'project_context', text: '{"a": 1}' })).toMatchObject({ previousSnapshot: null })
    expect(listContexts(scope.workspace.store)).toMatchObject([{ id: 'project_context', snapshots: 1, health: 'ok' }])
  })
})

test('a context of many megabytes is measured, and neither read nor written over', () => {
  const { scope, database } = withMaster('{}')
  execute(
    database,
    `UPDATE contexts SET content = '{"x": "' || hex(zeroblob(5000000)) || '"}' WHERE id = 'master_context'`,
  )
  const { store } = scope.workspace
  const giant = listContexts(store).find(({ id }) => id === 'master_context')
  expect(giant).toMatchObject({ health: 'unreadable', sizeKb: expect.closeTo(9_765.63) })
  expect(faultOf(() => readContextText(store, 'master_context', undefined)).code).toBe('unsupported')
  expect(faultOf(() => addDecision(scope, { text: 'x' })).message).toContain('10 MB')
  expect(faultOf(() => setContext(scope, { id: 'master_context', text: '{}' })).code).toBe('unsupported')
})
