import { describe, expect, test } from 'vitest'
import { allSnapshots, withMaster } from '../../testing/context-workspace'
import { faultOf } from '../../testing/fault-of'
import { execute } from '../../testing/temp-workspace'
import { startMission } from '../start-mission'
import { addConstraint, addDecision } from './add-to-context'
import { diffContext } from './diff-context'
import { listContexts, listSnapshots, readContextText } from './look-at-contexts'
import { setContext } from './set-context'

describe('the history of a context', () => {
  test('only grows, whatever is done', () => {
    const { scope, database } = withMaster('{"a": 1}')
    let before = allSnapshots(database)
    const steps = [
      () => setContext(scope, { id: 'master_context', text: '{"a": 2}' }),
      () => setContext(scope, { id: 'master_context', text: '{"a": 1}' }),
      () => addDecision(scope, { text: 'x' }),
      () => addConstraint(scope, { text: 'y' }),
      () => faultOf(() => setContext(scope, { id: 'master_context', text: '[]' })),
      () => execute(database, `INSERT INTO missions (id, name, status) VALUES ('M1', 'One', 'Queued')`),
      () => startMission(scope, { id: 'M1' }),
      () => setContext(scope, { id: 'master_context', text: '{}' }),
    ]
    for (const step of steps) {
      step()
      const after = allSnapshots(database)
      expect(after.slice(0, before.length)).toEqual(before)
      before = after
    }
    expect(before.length).toBeGreaterThanOrEqual(7)
  })

  test('is read page by page, and shows what another program pruned', () => {
    const { scope, database } = withMaster('{}')
    for (const n of [1, 2, 3, 4]) setContext(scope, { id: 'master_context', text: `{"n": ${n}}` })
    const { store } = scope.workspace
    const first = listSnapshots(store, { id: 'master_context', limit: 3 })
    expect(first.total).toBe(5)
    const pruned = first.snapshots[1]?.id ?? 0
    execute(database, `UPDATE context_snapshots SET content = '' WHERE id = ${pruned}`)
    const again = listSnapshots(store, { id: 'master_context', limit: 3 })
    expect(again.snapshots.map((snapshot) => snapshot.pruned)).toEqual([false, true, false])
    const rest = listSnapshots(store, { id: 'master_context', before: again.snapshots[2]?.id, limit: 3 })
    expect(rest.snapshots.map(({ id }) => id)).toEqual([2, 1])
    expect(faultOf(() => readContextText(store, 'master_context', pruned)).message).toContain('pruned')
    expect(faultOf(() => readContextText(store, 'project_context', 1)).code).toBe('not_found')
    expect(faultOf(() => listSnapshots(store, { id: 'none', limit: 3 })).code).toBe('not_found')
  })

  test('is compared: the last change, a snapshot with now, and two snapshots', () => {
    const { scope } = withMaster('{"n": 0}')
    for (const n of [1, 2]) setContext(scope, { id: 'master_context', text: `{"n": ${n}, "k": []}` })
    const { store } = scope.workspace
    const change = (before: string | null, after: string | null, path = 'n') => ({ path, before, after })
    expect(diffContext(store, { id: 'master_context' })).toEqual({
      id: 'master_context',
      from: 2,
      to: null,
      total: 1,
      differences: [change('1', '2')],
    })
    expect(diffContext(store, { id: 'master_context', from: 1 }).differences).toEqual([
      change('0', '2'),
      change(null, '[]', 'k'),
    ])
    expect(diffContext(store, { id: 'master_context', to: 2 })).toMatchObject({ from: 1, to: 2, total: 2 })
    expect(diffContext(store, { id: 'master_context', from: 3, to: 1 }).total).toBe(2)
    expect(diffContext(store, { id: 'master_context', to: 1 })).toMatchObject({ from: null, total: 0 })
  })

  test('shows at most 500 changes and cuts long values', () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`key${index}`, 'x'.repeat(3_000)]))
    const { scope } = withMaster('{}')
    setContext(scope, { id: 'master_context', text: JSON.stringify(many) })
    const diff = diffContext(scope.workspace.store, { id: 'master_context' })
    expect(diff.total).toBe(600)
    expect(diff.differences).toHaveLength(500)
    expect(diff.differences[0]?.after).toHaveLength(2_000)
  })
})

test('a context is weighed against its own limit', () => {
  const { scope } = withMaster('{}')
  const health = (limit: string, filler: number) => {
    const text = `{"context_health": {"size_limit_kb": ${limit}}, "f": "${'x'.repeat(filler)}"}`
    setContext(scope, { id: 'master_context', text })
    const found = listContexts(scope.workspace.store).find(({ id }) => id === 'master_context')
    return [found?.limitKb, found?.health]
  }
  expect(health('2', 100)).toEqual([2, 'ok'])
  expect(health('2', 1_600)).toEqual([2, 'near_limit'])
  expect(health('2', 2_500)).toEqual([2, 'over_limit'])
  expect(health('null', 2_500)).toEqual([100, 'ok'])
})
