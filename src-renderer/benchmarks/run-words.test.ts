import { expect, it } from 'vitest'
import type { RunOfMetric } from '../../src-main/domain/benchmarks/benchmark-overview'
import { aroundStep, runDifferences, runWords } from './run-words'

const run = (id: number, more: Partial<RunOfMetric> = {}): RunOfMetric => ({
  id,
  at: null,
  commit: null,
  branch: null,
  machine: null,
  label: null,
  source: 'a.json',
  recordedAt: 0,
  value: 1,
  ...more,
})

it('a run is named by what is known of it', () => {
  expect(runWords(run(12, { label: 'nightly', commit: '3f2a91c0ffee' }))).toBe('undated, nightly, 3f2a91c0, run 12')
  expect(runWords(run(-5))).toBe('undated')
})

it('around a step stand the last good run and the first bad one', () => {
  const history = [run(1), run(2), run(3)]
  expect(aroundStep(history, 2)).toEqual({ good: history[1], bad: history[2] })
  expect(aroundStep(history, 0)).toBeNull()
  expect(aroundStep(history, null)).toBeNull()
})

it('differences leave out what neither run says', () => {
  const found = runDifferences(run(1, { commit: 'a'.repeat(40), branch: 'main' }), run(2, { branch: 'main' }))
  expect(found).toEqual([
    { name: 'Commit', before: 'a'.repeat(12), after: 'not said', same: false },
    { name: 'Branch', before: 'main', after: 'main', same: true },
    { name: 'From', before: 'a.json', after: 'a.json', same: true },
  ])
})
