import { expect, it } from 'vitest'
import type { MetricComparison } from '../../src-main/domain/benchmarks/benchmark-overview'
import { type Sort, sortedRows } from './compare-sort'

const row = (metric: string, change: number | null, verdict: MetricComparison['verdict']): MetricComparison => ({
  metric,
  unit: null,
  direction: 'lower',
  before: 1,
  after: 1,
  difference: change,
  change,
  verdict,
  confidence: null,
  interval: null,
  basis: 'none',
})
const rows = [row('b', 0.1, 'worse'), row('a', -0.2, 'better'), row('d', null, 'only-after'), row('c', 0.3, 'worse')]
const names = (sort: Sort) =>
  sortedRows(rows, sort)
    .map(({ metric }) => metric)
    .join('')

it.each([
  [{ key: 'verdict', down: false } as const, 'bcad'],
  [{ key: 'metric', down: true } as const, 'dcba'],
  [{ key: 'change', down: true } as const, 'cbad'],
  [{ key: 'change', down: false } as const, 'abcd'],
  [{ key: 'confidence', down: true } as const, 'abcd'],
])('%j gives %s', (sort, order) => {
  expect(names(sort)).toBe(order)
})
