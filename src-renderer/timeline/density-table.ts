import type { Density } from '../../src-main/domain/timeline/timeline'
import type { ChartTable } from '../charts/chart-table'
import { formatBucket } from '../charts/chart-time'
import { formatCount } from '../format'
import { bucketCount, inBucket, KIND_WORDS, KINDS } from './strip-scale'

/** The buckets that hold something as a table, the newest first, and the last instant of each row. */
export function densityTable(density: Density): { readonly table: ChartTable; endOf(row: number): number } {
  const { range, bucket } = density
  const filled = Array.from({ length: bucketCount(density) }, (_, at) => at)
    .filter((at) => inBucket(density, at) > 0)
    .reverse()
  const kinds = KINDS.toReversed()
  const number = (name: string) => ({ name, kind: 'number', says: formatCount }) as const
  return {
    table: {
      columns: [{ name: 'Time', kind: 'text' }, ...kinds.map((kind) => number(KIND_WORDS[kind])), number('All')],
      rows: filled.map((at) => [
        formatBucket(range.from + at * bucket, bucket),
        ...kinds.map((kind) => density[kind][at] ?? 0),
        inBucket(density, at),
      ]),
    },
    endOf: (row) => range.from + ((filled[row] ?? 0) + 1) * bucket - 1,
  }
}
