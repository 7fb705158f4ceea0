import { quantile, valueOfBin, type Weighted } from '../../domain/telemetry/sketch'
import type { FieldSeries } from '../../domain/telemetry/telemetry'
import { unitOf } from '../../domain/telemetry/telemetry-fact'
import { bucketsOf } from '../../domain/timeline/time-buckets'
import { type BucketRange, countValues, fieldNumber, readBins, readValues } from '../../store/index/read-telemetry'
import { letsAllPass } from '../../store/index/telemetry-filter'
import type { AnalysisScope } from './analysis-scope'
import { telemetryProgress } from './look-at-telemetry'
import { namesOf, type ScopedInput } from './telemetry-look'

/** Up to this many values percentiles are exact; beyond, they come from the hours' sketches where those tell enough. */
const MOST_EXACT = 200_000
/** Series of their own; the others become one. */
const MOST_SERIES = 4
const HOUR = 3_600_000
const REST = 'others'

export interface FieldInput extends ScopedInput {
  readonly buckets: number
  readonly field: string
  readonly by: 'pattern' | 'worker' | 'mission' | 'agent' | 'status' | null
}

/** The values of one series in one bucket: how often each occurs, and their sum. */
interface Pile {
  readonly counts: Map<number, number>
  sum: number
}

/** A numeric field over time: per bucket its count, sum and percentiles. */
export function telemetryField(scope: AnalysisScope, input: FieldInput): FieldSeries {
  const { reader } = scope.index
  const { range, bucket, count } = bucketsOf(input.range, input.buckets)
  const about = { range, bucket, indexing: telemetryProgress(scope), unit: unitOf(input.field) }
  const field = fieldNumber(reader, input.field)
  if (field === null) return { ...about, exact: true, series: [] }
  const cut = { ...range, bucket }
  const sketched = canBeSketched(input, cut) && countValues(reader, field, range) > MOST_EXACT
  const piles = sketched
    ? pilesOfBins(readBins(reader, field, cut, input.by === 'pattern'))
    : pilesOfValues(readValues(reader, field, cut, input))
  return { ...about, exact: !sketched, series: seriesOf(scope, input, merged(piles), count) }
}

/** Sketches are kept by hour and pattern. */
function canBeSketched({ filter, by }: FieldInput, { from, bucket }: BucketRange): boolean {
  return (by === null || by === 'pattern') && letsAllPass(filter) && bucket % HOUR === 0 && from % HOUR === 0
}

type Piles = Map<number, Map<number, Pile>>

function pileOf(piles: Piles, key: number, bucket: number): Pile {
  const series = piles.get(key) ?? new Map<number, Pile>()
  piles.set(key, series)
  const pile = series.get(bucket) ?? { counts: new Map<number, number>(), sum: 0 }
  series.set(bucket, pile)
  return pile
}

function pilesOfValues(values: ReturnType<typeof readValues>): Piles {
  const piles: Piles = new Map()
  for (const [bucket, key, value] of values) {
    const pile = pileOf(piles, key, bucket)
    pile.counts.set(value, (pile.counts.get(value) ?? 0) + 1)
    pile.sum += value
  }
  return piles
}

function pilesOfBins(bins: ReturnType<typeof readBins>): Piles {
  const piles: Piles = new Map()
  for (const [bucket, key, bin, count, sum] of bins) {
    const pile = pileOf(piles, key, bucket)
    const value = valueOfBin(bin)
    pile.counts.set(value, (pile.counts.get(value) ?? 0) + count)
    pile.sum += sum
  }
  return piles
}

/** The largest series by themselves, all others as one under the key -1. */
function merged(piles: Piles): Piles {
  if (piles.size <= MOST_SERIES) return piles
  const size = (series: Map<number, Pile>) =>
    [...series.values()].reduce((sum, { counts }) => sum + [...counts.values()].reduce((a, b) => a + b, 0), 0)
  const ranked = [...piles].sort(([, a], [, b]) => size(b) - size(a))
  const kept: Piles = new Map(ranked.slice(0, MOST_SERIES))
  for (const [, series] of ranked.slice(MOST_SERIES)) {
    for (const [bucket, { counts, sum }] of series) {
      const pile = pileOf(kept, -1, bucket)
      for (const [value, count] of counts) pile.counts.set(value, (pile.counts.get(value) ?? 0) + count)
      pile.sum += sum
    }
  }
  return kept
}

function seriesOf(scope: AnalysisScope, { field, by }: FieldInput, piles: Piles, count: number): FieldSeries['series'] {
  const name = by === null ? () => field : namesOf(scope, by, [...piles.keys()])
  return [...piles].map(([key, series]) => {
    const sorted = Array.from({ length: count }, (_, at) => sortedPile(series.get(at)))
    const at = (q: number) => sorted.map((values) => quantile(values, q))
    const whole = wholeOf(series)
    return {
      name: key === -1 ? REST : name(key) || 'none',
      count: sorted.map((values) => values.reduce((sum, [, times]) => sum + times, 0)),
      sum: Array.from({ length: count }, (_, place) => series.get(place)?.sum ?? null),
      min: at(0),
      p10: at(0.1),
      p50: at(0.5),
      p90: at(0.9),
      p95: at(0.95),
      p99: at(0.99),
      max: at(1),
      whole,
    }
  })
}

function sortedPile(pile: Pile | undefined): Weighted {
  return pile === undefined ? [] : [...pile.counts].sort(([a], [b]) => a - b)
}

/** All buckets of a series as one. */
function wholeOf(series: ReadonlyMap<number, Pile>): FieldSeries['series'][number]['whole'] {
  const all: Pile = { counts: new Map(), sum: 0 }
  for (const { counts, sum } of series.values()) {
    all.sum += sum
    for (const [value, times] of counts) all.counts.set(value, (all.counts.get(value) ?? 0) + times)
  }
  const values = sortedPile(all)
  const at = (q: number) => quantile(values, q) ?? 0
  const count = values.reduce((total, [, times]) => total + times, 0)
  return { count, sum: all.sum, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}
