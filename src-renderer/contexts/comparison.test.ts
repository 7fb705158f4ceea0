import { expect, test } from 'vitest'
import type { ContextSnapshot } from '../../src-main/domain/context'
import { type Against, comparisonOf, olderThan } from './comparison'

const snapshot = (id: number, pruned = false): ContextSnapshot => ({
  id,
  at: { at: null, raw: null },
  storedKb: 1,
  source: null,
  session: null,
  hash: '',
  pruned,
})
const all = [snapshot(9), snapshot(7, true), snapshot(4), snapshot(2)]

test.each([
  [9, 'before', null, { from: 4, to: 9 }],
  [4, 'before', null, { from: 2, to: 4 }],
  [2, 'before', null, { missing: 'first' }],
  [7, 'now', null, { missing: 'pruned' }],
  [4, 'now', null, { from: 4, to: 'now' }],
  [4, 'base', 9, { from: 4, to: 9 }],
  [9, 'base', 2, { from: 2, to: 9 }],
  [9, 'base', 9, { missing: 'same' }],
  [9, 'base', null, { from: 4, to: 9 }],
] as const)('snapshot %i against %s (pinned: %j) compares %j', (id, against, base, expected) => {
  const chosen = all.find((one) => one.id === id)
  if (chosen === undefined) throw new Error('no such snapshot')
  expect(comparisonOf(chosen, against as Against, { base, older: olderThan(all, chosen) })).toEqual(expected)
})
