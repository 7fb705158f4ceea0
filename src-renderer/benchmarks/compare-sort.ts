import type { MetricComparison } from '../../src-main/domain/benchmarks/benchmark-overview'

export type SortKey = 'metric' | 'before' | 'after' | 'change' | 'confidence' | 'verdict'
export interface Sort {
  readonly key: SortKey
  readonly down: boolean
}

const VERDICTS: readonly MetricComparison['verdict'][] = [
  'worse',
  'better',
  'unclear',
  'only-before',
  'only-after',
  'same',
]

/** Rows in an order; what has no value there comes last either way. */
export function sortedRows(rows: readonly MetricComparison[], { key, down }: Sort): MetricComparison[] {
  const sign = down ? -1 : 1
  return rows.toSorted((left, right) => {
    const [a, b] = [sortedBy(left, key), sortedBy(right, key)]
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byName(left, right)
    const order = typeof a === 'string' ? a.localeCompare(String(b)) : a - Number(b)
    return sign * order || byName(left, right)
  })
}

function sortedBy(row: MetricComparison, key: SortKey): string | number | null {
  return key === 'verdict' ? VERDICTS.indexOf(row.verdict) : row[key]
}

function byName(left: MetricComparison, right: MetricComparison): number {
  return left.metric.localeCompare(right.metric)
}
