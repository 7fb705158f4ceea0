import type {
  MetricComparison,
  MetricOverview,
  OpenRegression,
} from '../../src-main/domain/benchmarks/benchmark-overview'
import type { Direction } from '../../src-main/domain/benchmarks/metric-trend'

/** How a verdict looks: each has a glyph of its own. */
export type Look = 'regressed' | 'suspect' | 'improved' | 'steady' | 'few'

type Judged = Pick<MetricOverview, 'trend'>

export function lookOf({ trend }: Judged): Look {
  return trend.verdict === 'regressed' && trend.certainty === 'suspect' ? 'suspect' : trend.verdict
}

const VERDICTS = {
  regressed: 'regressed',
  improved: 'improved',
  steady: 'steady',
  few: 'too few runs to judge',
} as const
const CERTAINTIES = { suspect: 'suspect: one run', likely: 'likely', confirmed: 'confirmed' } as const

/** `regressed, confirmed, 99.8 % sure`, `suspect: one run`, `steady` */
export function verdictWords({ trend }: Judged): string {
  const { verdict, certainty, confidence } = trend
  if (certainty === 'suspect') return CERTAINTIES.suspect
  const sure = certainty === null ? '' : `, ${CERTAINTIES[certainty]}`
  return `${VERDICTS[verdict]}${sure}${confidence === null ? '' : `, ${sureWords(confidence)}`}`
}

/** `99.8 % sure`; what rounds to all is said as more than can be said. */
export function sureWords(confidence: number): string {
  return confidence > 0.999 ? 'over 99.9 % sure' : `${(Math.floor(confidence * 1_000) / 10).toFixed(1)} % sure`
}

export function directionWords(direction: Direction): string {
  return `${direction} is better`
}

const shares = new Intl.NumberFormat('en', { maximumFractionDigits: 1, signDisplay: 'exceptZero' })

/** `+27.1 %`, `−3 %` */
export function shareWords(change: number): string {
  return `${shares.format(change * 100).replace('-', '−')} %`
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const fine = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 })

/** A figure in the unit it was measured in, as exact as runs differ: `2,934`, `0.928`. */
export function figureWords(value: number): string {
  return (Math.abs(value) >= 10_000 ? whole : fine).format(value).replace('-', '−')
}

/** The same with its unit. */
export function measureWords(value: number, unit: string | null): string {
  return unit === null ? figureWords(value) : `${figureWords(value)} ${unit}`
}

/** What the change is measured against: the accepted baseline, or the level before. */
export function referenceWords({ trend, baseline, unit }: Pick<MetricOverview, 'trend' | 'baseline' | 'unit'>): string {
  if (trend.reference === null) return 'nothing to compare with yet'
  const against = baseline?.at != null && baseline.value === trend.reference ? 'the baseline' : 'the level before'
  return `against ${against} of ${measureWords(trend.reference, unit)}`
}

/** The threshold as a sentence; null without one. */
export function thresholdWords({ threshold, unit, direction }: MetricOverview): string | null {
  if (threshold === null) return null
  if (threshold.kind === 'improvement')
    return `must be ${shareWords(threshold.value).replace('+', '')} better than the baseline`
  return `must not go ${direction === 'lower' ? 'above' : 'below'} ${measureWords(threshold.value, unit)}`
}

/** Where the limit of a metric lies in its own unit; null when it has none, or none that can be drawn. */
export function limitOf({ threshold, baseline, direction }: MetricOverview): number | null {
  if (threshold === null) return null
  if (threshold.kind === 'limit') return threshold.value
  if (baseline === null) return null
  const better = direction === 'lower' ? -1 : 1
  return baseline.value + better * threshold.value * Math.abs(baseline.value)
}

/** Whether a person is still to say what a verdict is worth. */
export function isOpen({ trend, broken, decision }: Pick<MetricOverview, 'trend' | 'broken' | 'decision'>): boolean {
  return decision === null && (broken || trend.verdict === 'regressed')
}

/** One sentence on a metric for those who do not see its chart. */
export function metricSentence(metric: MetricOverview): string {
  const { unit, direction, points, trend, broken, decision } = metric
  const last = points.at(-1)
  const parts = [
    verdictWords(metric),
    last && `last value ${measureWords(last.value, unit)}`,
    trend.change !== null && `${shareWords(trend.change)} ${referenceWords(metric)}`,
    directionWords(direction),
    broken && 'threshold broken',
    decision && `${decision.kind} by ${decision.by}`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

/** What one open regression says in a line: `+27.1 %, confirmed, 99.8 % sure` */
export function regressionLine({ change, certainty, confidence, broken }: OpenRegression): string {
  const parts = [
    change !== null && shareWords(change),
    certainty !== null && CERTAINTIES[certainty],
    confidence !== null && sureWords(confidence),
    broken && 'threshold broken',
  ]
  return parts.filter(Boolean).join(', ')
}

const COMPARED = {
  better: 'better',
  worse: 'worse',
  same: 'the same',
  unclear: 'unclear',
  'only-before': 'only in the first',
  'only-after': 'only in the second',
} as const

export function comparedWords(verdict: MetricComparison['verdict']): string {
  return COMPARED[verdict]
}

const BASES = { samples: 'the samples of both', history: 'how other runs scatter', none: 'nothing to tell by' } as const

export function basisWords(basis: MetricComparison['basis']): string {
  return BASES[basis]
}
