import type { BenchmarkOverview, MetricOverview } from '../../domain/benchmarks/benchmark-overview'
import { type MetricTrend, metricTrend } from '../../domain/benchmarks/metric-trend'
import { breaksThreshold } from '../../domain/benchmarks/threshold'
import type { Decisions, RecordedPoint } from '../../store/read-benchmarks'
import { statedBaselines } from './benchmark-files'
import { gatherBenchmarks } from './gathered-benchmarks'

/** The newest points that a verdict rests on: what is older neither moves it nor may cost time. */
const JUDGED = 200
/** The smallest share of a level that matters, as stated in docs/benchmarks.md. */
export const LEAST_CHANGE = 0.03
const UNDECIDED: Decisions = { baseline: null, threshold: null, decision: null }

/** Every metric of a workspace with its trend, regressions first. A turn of the event loop passes between metrics. */
export async function overviewBenchmarks(root: string): Promise<BenchmarkOverview> {
  const { recorded, fresh, files, points } = gatherBenchmarks(root)
  const stated = statedBaselines(root)
  const metrics: MetricOverview[] = []
  for (const [metric, list] of points) {
    metrics.push(overviewOf(list, recorded.decisions.get(metric) ?? UNDECIDED, stated.get(metric)))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    metrics: metrics.sort(byUrgency),
    runs: recorded.runs + fresh.length,
    notes: [...recorded.notes],
    files: files.map(({ path, runs, problems }) => ({
      path,
      runs: runs.length,
      fresh: fresh.filter(({ source }) => source === path).length,
      problems: [...problems],
    })),
  }
}

function overviewOf(
  points: readonly RecordedPoint[],
  decisions: Decisions,
  stated: number | undefined,
): MetricOverview {
  const last = points.at(-1)
  const { metric = '', unit = null, direction = 'lower' } = last ?? {}
  const trend = trendOf(points, decisions)
  const { threshold } = decisions
  const fromFile = { run: null, at: null, by: null, reason: 'tests/performance/benchmarks.json' }
  const baseline = decisions.baseline ?? (stated === undefined ? null : { value: stated, ...fromFile })
  return {
    metric,
    unit,
    direction,
    points: points.map(({ run, at, value }) => ({ run, at, value })),
    runs: points.length,
    trend: { ...trend, steps: [...trend.steps] },
    baseline,
    threshold,
    broken: last !== undefined && breaksThreshold(last.value, threshold, baseline?.value ?? null, direction),
    decision: standing(decisions, trend, points),
  }
}

/** The trend over the newest points; only a baseline that somebody accepted says where judging begins. */
function trendOf(points: readonly RecordedPoint[], { baseline }: Decisions): MetricTrend {
  const skipped = Math.max(0, points.length - JUDGED)
  const judged = points.slice(skipped)
  const { direction = 'lower' } = judged.at(-1) ?? {}
  const accepted = baseline?.run == null ? -1 : judged.findIndex(({ run }) => run === baseline.run)
  const trend = metricTrend(
    judged.map(({ value }) => value),
    { direction, baseline: baseline?.value ?? null, acceptedFrom: Math.max(0, accepted), leastChange: LEAST_CHANGE },
  )
  return {
    ...trend,
    steps: trend.steps.map(({ index, p }) => ({ index: index + skipped, p })),
    since: trend.since === null ? null : trend.since + skipped,
  }
}

/** A decision stands while the level that it was about does. */
function standing(
  { decision }: Decisions,
  { since }: MetricTrend,
  points: readonly RecordedPoint[],
): Decisions['decision'] {
  const run = since === null ? null : (points[since]?.run ?? null)
  return decision !== null && decision.since === run ? decision : null
}

const VERDICTS = ['regressed', 'improved', 'steady', 'few']
const CERTAINTIES = ['confirmed', 'likely', 'suspect', null]

/** What is broken or regressed and not dismissed comes first, the surest before the others, then the largest change. */
function byUrgency(left: MetricOverview, right: MetricOverview): number {
  return (
    Number(settled(left)) - Number(settled(right)) ||
    VERDICTS.indexOf(left.trend.verdict) - VERDICTS.indexOf(right.trend.verdict) ||
    CERTAINTIES.indexOf(left.trend.certainty) - CERTAINTIES.indexOf(right.trend.certainty) ||
    Math.abs(right.trend.change ?? 0) - Math.abs(left.trend.change ?? 0) ||
    left.metric.localeCompare(right.metric)
  )
}

function settled({ broken, trend, decision }: MetricOverview): boolean {
  return !broken && (trend.verdict !== 'regressed' || decision?.kind === 'dismissed')
}
