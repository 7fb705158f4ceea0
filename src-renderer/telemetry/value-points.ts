import type { FieldSeries } from '../../src-main/domain/telemetry/telemetry'
import type { ChartPoint } from '../charts/chart-series'
import type { ChartColumn, ChartTable } from '../charts/chart-table'
import { formatQuantity, type Unit } from '../charts/quantity'

/** The values of a number in a bucket; all of them null in a gap. */
export interface ValuePoint extends ChartPoint {
  readonly count: number
  readonly sum: number | null
  readonly band: readonly [number, number] | null
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly max: number | null
}

/** Buckets of the only series; none when there are no values at all. */
export function valuePoints({ range, bucket, series }: FieldSeries): ValuePoint[] {
  const one = series[0]
  if (one === undefined) return []
  return one.count.map((count, at) => {
    const [low, high] = [one.p10[at] ?? null, one.p90[at] ?? null]
    return {
      from: range.from + at * bucket,
      at: range.from + (at + 0.5) * bucket,
      count,
      sum: one.sum[at] ?? null,
      band: low === null || high === null ? null : [low, high],
      p50: one.p50[at] ?? null,
      p95: one.p95[at] ?? null,
      p99: one.p99[at] ?? null,
      max: one.max[at] ?? null,
    }
  })
}

/** A value in words; a gap is said to be one. */
export function saidValue(value: number | null, unit: Unit): string {
  return value === null ? 'no data' : formatQuantity(value, unit)
}

const PERCENTILES = ['p50', 'p95', 'p99', 'max'] as const

/** The figures of a number over time. */
export function valueTable(points: readonly ValuePoint[], unit: Unit, onRow: (from: number) => void): ChartTable {
  const says = (value: number) => formatQuantity(value, unit)
  const column = (name: string): ChartColumn => ({ name, kind: 'number', says })
  return {
    columns: [
      { name: 'From, UTC', kind: 'time' },
      { name: 'Values', kind: 'number' },
      column('p10'),
      column('p50'),
      column('p90'),
      column('p95'),
      column('p99'),
      column('max'),
    ],
    rows: points.map(({ from, count, band, ...point }) => [
      from,
      count,
      band?.[0] ?? null,
      point.p50,
      band?.[1] ?? null,
      ...PERCENTILES.slice(1).map((name) => point[name]),
    ]),
    onRow: (row) => onRow(points[row]?.from ?? 0),
  }
}

/** The largest of a part of the values. */
export function largest(points: readonly ValuePoint[], of: 'p99' | 'max' | 'sum'): number {
  return points.reduce((max, point) => Math.max(max, point[of] ?? 0), 0)
}
