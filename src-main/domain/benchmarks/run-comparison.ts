import { errorFunction } from 'simple-statistics'
import type { Direction } from './metric-trend'
import { rankSumP } from './rank-sum'

/** What one run measured of one metric, with the single measurements behind it where the tool kept them. */
export interface Measured {
  readonly value: number
  readonly samples: readonly number[]
}

/** Two runs of one metric beside each other. */
export interface RunComparison {
  readonly difference: number
  /** difference / |before|; null when that is 0. */
  readonly change: number | null
  readonly verdict: 'better' | 'worse' | 'same' | 'unclear'
  /** How sure we are that they differ at all, from 0 to 1; null when nothing tells noise apart. */
  readonly confidence: number | null
  /** Where the difference lies with 95 % confidence, in the metric's unit; null when nothing tells. */
  readonly interval: { readonly low: number; readonly high: number } | null
  readonly basis: 'samples' | 'history' | 'none'
}

export interface ComparisonRule {
  readonly direction: Direction
  /** The scatter of the metric's other runs, as a standard deviation; null when unknown. */
  readonly deviation: number | null
  /** The smallest share of the earlier value that matters. */
  readonly leastChange: number
}

/** Fewer samples than this on a side say too little about noise. */
const FEWEST_SAMPLES = 5
/** A sample larger than this is thinned evenly before all pairs are formed. */
const MOST_SAMPLES = 300
const SURE = 0.95
/** The normal quantile of a 95 % interval. */
const NORMAL_95 = 1.96

/**
 * Compares two runs of a metric: with samples on both sides by the Mann-Whitney test and the Hodges-Lehmann interval,
 * otherwise as two single values of a series that scatters by `deviation`.
 */
export function compareRuns(before: Measured, after: Measured, rule: ComparisonRule): RunComparison {
  const difference = after.value - before.value
  const change = before.value === 0 ? null : difference / Math.abs(before.value)
  const evidence = evidenceOf(before, after, rule.deviation)
  const small = Math.abs(difference) < rule.leastChange * Math.abs(before.value)
  return { difference, change, verdict: verdictOf(difference, small, rule.direction, evidence.confidence), ...evidence }
}

type Evidence = Pick<RunComparison, 'confidence' | 'interval' | 'basis'>

function evidenceOf(before: Measured, after: Measured, deviation: number | null): Evidence {
  if (Math.min(before.samples.length, after.samples.length) >= FEWEST_SAMPLES) {
    const [left, right] = [thinned(before.samples), thinned(after.samples)]
    return { confidence: 1 - rankSumP(left, right), interval: shiftInterval(left, right), basis: 'samples' }
  }
  if (deviation === null) return { confidence: null, interval: null, basis: 'none' }
  const difference = after.value - before.value
  const scatter = deviation * Math.SQRT2
  const interval = { low: difference - NORMAL_95 * scatter, high: difference + NORMAL_95 * scatter }
  const confidence =
    scatter === 0 ? Number(difference !== 0) : errorFunction(Math.abs(difference) / (scatter * Math.SQRT2))
  return { confidence, interval, basis: 'history' }
}

function verdictOf(
  difference: number,
  small: boolean,
  direction: Direction,
  confidence: number | null,
): RunComparison['verdict'] {
  if (difference === 0 || small) return 'same'
  if (confidence === null || confidence < SURE) return 'unclear'
  return (direction === 'lower') === difference < 0 ? 'better' : 'worse'
}

function thinned(samples: readonly number[]): readonly number[] {
  if (samples.length <= MOST_SAMPLES) return samples
  const sorted = samples.toSorted((a, b) => a - b)
  return Array.from(
    { length: MOST_SAMPLES },
    (_, at) => sorted[Math.round((at * (sorted.length - 1)) / (MOST_SAMPLES - 1))] ?? 0,
  )
}

/** The Hodges-Lehmann interval of the shift from left to right, at 95 %, from all pairs. */
function shiftInterval(left: readonly number[], right: readonly number[]): { low: number; high: number } {
  const shifts = left.flatMap((from) => right.map((to) => to - from)).sort((a, b) => a - b)
  const pairs = shifts.length
  const cut = Math.floor(pairs / 2 - NORMAL_95 * Math.sqrt((pairs * (left.length + right.length + 1)) / 12))
  const at = Math.max(0, cut)
  return { low: shifts[at] ?? 0, high: shifts[pairs - 1 - at] ?? 0 }
}
