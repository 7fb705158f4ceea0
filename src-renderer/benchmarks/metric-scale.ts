import type { MetricOverview } from '../../src-main/domain/benchmarks/benchmark-overview'
import type { TimeRange } from '../../src-main/domain/timeline/timeline'
import { limitOf } from './metric-words'

const HOUR = 3_600_000
/** Undated runs count as oldest: they stand before the first day, so far apart in shares of the range. */
const UNDATED = 0.03
const MOST_UNDATED = 4

/** A run on the chart of a metric. */
export interface PlacedPoint {
  readonly run: number
  /** Where it stands on the axis. */
  readonly x: number
  /** When it ran; null for an undated run. */
  readonly at: number | null
  readonly value: number
}

/** The time that all charts show: from the first dated run of any metric to the last; null without one. */
export function commonRange(metrics: readonly Pick<MetricOverview, 'points'>[]): TimeRange | null {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { points } of metrics) {
    for (const { at } of points) {
      if (at === null) continue
      from = Math.min(from, at)
      to = Math.max(to, at)
    }
  }
  if (from > to) return null
  const least = Math.max(0, HOUR - (to - from)) / 2
  return { from: from - least, to: to + least }
}

/** The newest points of a metric on the common axis, oldest first; without any time they stand a step apart. */
export function placedPoints(points: MetricOverview['points'], range: TimeRange | null): PlacedPoint[] {
  if (range === null) return points.map((point, index) => ({ ...point, x: index }))
  const step = (range.to - range.from) * UNDATED
  const undated = points.findLastIndex(({ at }) => at === null) + 1
  return points.flatMap((point, index) => {
    if (point.at !== null) return [{ ...point, x: point.at }]
    const before = undated - index
    return before > MOST_UNDATED ? [] : [{ ...point, x: range.from - before * step }]
  })
}

/** The axis of the charts of a view: what they all show, with room for undated runs before it. */
export function axisOf(range: TimeRange | null, placed: readonly PlacedPoint[]): [number, number] {
  if (range === null) return [0, Math.max(1, placed.length - 1)]
  const step = (range.to - range.from) * UNDATED
  return [Math.min(range.from, ...placed.map(({ x }) => x)) - step / 3, range.to + step / 3]
}

/**
 * The values a chart spans: all that is drawn, with room around it, and never so near that noise of a tenth looks like a
 * cliff.
 */
export function valueRange(metric: MetricOverview): [number, number] {
  const { trend, baseline } = metric
  const drawn = [
    ...metric.points.map(({ value }) => value),
    ...(trend.band ? [trend.band.low, trend.band.high] : []),
    ...[baseline?.value, limitOf(metric)].filter((value) => value != null),
  ]
  if (drawn.length === 0) return [0, 1]
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)]
  const middle = (low + high) / 2
  const least = Math.max(Math.abs(middle) * 0.2, high === 0 && low === 0 ? 1 : 0)
  const half = Math.max(high - low, least) * 0.58
  // A chart that comes near zero shows it.
  const bottom = middle - half
  return [low >= 0 && bottom < 0 ? -(middle + half) * 0.02 : bottom, middle + half]
}

/** Two or three round values within a range, for an axis that does not begin at zero. */
export function valueMarks([low, high]: readonly [number, number]): number[] {
  const raw = (high - low) / 3
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].map((size) => size * power).find((size) => size >= raw) ?? 10 * power
  const first = Math.ceil(low / step)
  const count = Math.floor(high / step) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}
