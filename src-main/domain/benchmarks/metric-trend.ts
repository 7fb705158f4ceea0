import { type ChangePoint, changePoints, SHORTEST_LEVEL } from './change-points'
import { type Spread, spreadOf } from './spread'

export type Direction = 'lower' | 'higher'

/** What a series says about its newest runs, judged by `metricTrend`. */
export interface MetricTrend {
  /** `few` while there is too little to judge by. */
  readonly verdict: 'regressed' | 'improved' | 'steady' | 'few'
  /** One run, two or three in a row, or a whole level: how sure the verdict is. Null when nothing moved. */
  readonly certainty: 'suspect' | 'likely' | 'confirmed' | null
  /** From 0 to 1, of a confirmed step: how sure it is no noise. */
  readonly confidence: number | null
  /** The level that the newest runs are judged by: the accepted baseline, or the level before the last step. */
  readonly reference: number | null
  /** Where the newest runs lie: their median. */
  readonly level: number | null
  /** (level − reference) / |reference|; null without a reference or when it is 0. */
  readonly change: number | null
  /** What noise alone stays within, around the level before the newest runs. */
  readonly band: { readonly low: number; readonly high: number } | null
  readonly steps: readonly ChangePoint[]
  /** The index of the first run the verdict is about. */
  readonly since: number | null
}

export interface TrendRule {
  readonly direction: Direction
  /** What was accepted as good; steps before `acceptedFrom` then no longer count. */
  readonly baseline: number | null
  /** The first run that the baseline speaks of. */
  readonly acceptedFrom: number
  /** The smallest share of the level that matters, such as 0.03. */
  readonly leastChange: number
}

/** Half the width of the band, in deviations: noise leaves it about once in 2,000 normal runs. */
const BAND_WIDTH = 3.5
/** The newest runs that may be too few for a level of their own. */
const NEWEST = SHORTEST_LEVEL - 1
/** Fewer runs are not judged, and no band is drawn around them. */
const FEWEST = 5

const NOTHING: MetricTrend = {
  verdict: 'few',
  certainty: null,
  confidence: null,
  reference: null,
  level: null,
  change: null,
  band: null,
  steps: [],
  since: null,
}

/** The trend of one metric's values, oldest first. The rule is stated in docs/benchmarks.md. */
export function metricTrend(values: readonly number[], rule: TrendRule): MetricTrend {
  const judged = values.slice(rule.acceptedFrom)
  if (judged.length < FEWEST) return { ...NOTHING, level: spreadOf(judged)?.median ?? null, reference: rule.baseline }
  const leastEffect = rule.leastChange * Math.abs(rule.baseline ?? spreadOf(judged)?.median ?? 0)
  const steps = changePoints(judged, leastEffect).map(({ index, p }) => ({ index: index + rule.acceptedFrom, p }))
  const start = steps.at(-1)?.index ?? rule.acceptedFrom
  const newest = newestOutside(values.slice(start), leastEffect, rule.direction)
  const settled = spreadOf(values.slice(start, values.length - newest))
  const band = settled && bandAround(settled, leastEffect)
  const lasting = settledTrend(values, rule, { steps, settled, band, leastEffect, start })
  // What was confirmed stands until runs enough say otherwise; a single odd run does not make it less sure.
  if (newest === 0 || settled === null || lasting.verdict === 'regressed') return lasting
  const since = values.length - newest
  const moved = spreadOf(values.slice(since))?.median ?? null
  const certainty = newest === 1 ? 'suspect' : 'likely'
  return { ...judge(moved, rule.baseline ?? settled.median, rule, leastEffect), certainty, band, steps, since }
}

interface Settled {
  readonly steps: readonly ChangePoint[]
  readonly settled: Spread | null
  readonly band: MetricTrend['band']
  readonly leastEffect: number
  readonly start: number
}

/** The verdict on the level that holds at the end: against the baseline, or against the level before the last step. */
function settledTrend(
  values: readonly number[],
  rule: TrendRule,
  { steps, settled, band, leastEffect, start }: Settled,
): MetricTrend {
  const last = steps.at(-1)
  const former = last && spreadOf(values.slice(steps.at(-2)?.index ?? rule.acceptedFrom, last.index))
  const reference = rule.baseline ?? former?.median ?? null
  const judged = judge(settled?.median ?? null, reference, rule, leastEffect)
  if (judged.verdict === 'steady' || judged.verdict === 'few') {
    return { ...judged, certainty: null, band, steps, since: null }
  }
  if (last !== undefined) {
    return { ...judged, certainty: 'confirmed', confidence: 1 - last.p, band, steps, since: last.index }
  }
  // Off the baseline without a step: the band decides whether that is more than noise.
  const off = band !== null && rule.baseline !== null && (rule.baseline < band.low || rule.baseline > band.high)
  const certainty = off ? 'likely' : null
  return { ...judged, verdict: off ? judged.verdict : 'steady', certainty, band, steps, since: off ? start : null }
}

type Judged = Pick<MetricTrend, 'verdict' | 'confidence' | 'reference' | 'level' | 'change'>

function judge(level: number | null, reference: number | null, rule: TrendRule, leastEffect: number): Judged {
  const known = { confidence: null, reference, level }
  if (level === null) return { ...known, verdict: 'few', change: null }
  if (reference === null) return { ...known, verdict: 'steady', change: null }
  const difference = level - reference
  const change = reference === 0 ? null : difference / Math.abs(reference)
  if (difference === 0 || Math.abs(difference) < leastEffect) return { ...known, verdict: 'steady', change }
  return { ...known, verdict: worse(difference, rule.direction) ? 'regressed' : 'improved', change }
}

function worse(difference: number, direction: Direction): boolean {
  return direction === 'lower' ? difference > 0 : difference < 0
}

function bandAround({ median, deviation }: Spread, leastEffect: number): { low: number; high: number } {
  const half = Math.max(BAND_WIDTH * deviation, leastEffect)
  return { low: median - half, high: median + half }
}

/** How many of the newest values lie outside the band of those before them, all on the side of the newest. */
function newestOutside(values: readonly number[], leastEffect: number, direction: Direction): number {
  for (let count = Math.min(NEWEST, values.length - FEWEST); count > 0; count -= 1) {
    const settled = spreadOf(values.slice(0, -count))
    if (settled === null) continue
    const { low, high } = bandAround(settled, leastEffect)
    const newest = values.slice(-count)
    const above = newest.every((value) => value > high)
    const below = newest.every((value) => value < low)
    // A single better run is luck until it lasts; a single worse one is worth a look.
    if ((above || below) && (count > 1 || worse(above ? 1 : -1, direction))) return count
  }
  return 0
}
