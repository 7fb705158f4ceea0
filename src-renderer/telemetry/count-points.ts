import type { CountSeries } from '../../src-main/domain/telemetry/telemetry'
import type { ChartPoint } from '../charts/chart-series'

/** One series of a stack: one name, or all that are not among the largest. */
export interface CountGroup {
  readonly name: string
  /** The values it stands for. */
  readonly names: readonly string[]
  readonly count: readonly number[]
  readonly total: number
}

export interface CountPoint extends ChartPoint {
  /** In the order of the groups. */
  readonly counts: readonly number[]
}

/** The largest series by themselves, and all others as one. */
export function groupsOf({ series }: Pick<CountSeries, 'series'>, most: number): CountGroup[] {
  const sum = (count: readonly number[]) => count.reduce((total, value) => total + value, 0)
  const one = series.map(({ name, count }) => ({ name, names: [name], count, total: sum(count) }))
  const ranked = one.toSorted((a, b) => b.total - a.total)
  const rest = ranked.slice(most)
  if (rest.length === 0) return ranked
  const count = (rest[0]?.count ?? []).map((_, at) => sum(rest.map((group) => group.count[at] ?? 0)))
  const others = { name: 'others', names: rest.map(({ name }) => name), count, total: sum(count) }
  return [...ranked.slice(0, most), others]
}

/** Buckets with the counts of all groups. */
export function countPoints(
  { range, bucket }: Pick<CountSeries, 'range' | 'bucket'>,
  groups: readonly Pick<CountGroup, 'count'>[],
): CountPoint[] {
  const size = Math.round((range.to - range.from) / bucket)
  return Array.from({ length: size }, (_, index) => ({
    from: range.from + index * bucket,
    at: range.from + (index + 0.5) * bucket,
    counts: groups.map(({ count }) => count[index] ?? 0),
  }))
}

/** The highest stack. */
export function highest(points: readonly CountPoint[]): number {
  return points.reduce(
    (max, { counts }) =>
      Math.max(
        max,
        counts.reduce((sum, value) => sum + value, 0),
      ),
    0,
  )
}
