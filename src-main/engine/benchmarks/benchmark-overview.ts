import type { BenchmarkOverview, MetricOverview } from '../../domain/benchmarks/benchmark-overview'
import { type MetricTrend, metricTrend, type TrendRule } from '../../domain/benchmarks/metric-trend'
import { breaksThreshold } from '../../domain/benchmarks/threshold'
import { type Decisions, type RecordedPoint, UNDECIDED } from '../../store/read-benchmarks'
import { statedBaselines } from './benchmark-files'
import { type GatheredBenchmarks, gatherBenchmarks } from './gathered-benchmarks'
import { nextTurn } from './next-turn'

/** The newest points that a verdict rests on: what is older neither moves it nor may cost time. */
const JUDGED = 200
/** The smallest share of a level that matters, as stated in docs/benchmarks.md. */
export const LEAST_CHANGE = 0.03

/** Kept as long as what it was worked out of. */
const known = new WeakMap<GatheredBenchmarks, Promise<BenchmarkOverview>>()

/**
 * Every metric of a workspace with its trend, regressions first. A turn of the event loop passes between metrics, and
 * nothing is worked out twice while nothing changed.
 */
export async function overviewBenchmarks(root: string): Promise<BenchmarkOverview> {
  const gathered = await gatherBenchmarks(root)
  const overview = known.get(gathered) ?? workedOut(root, gathered)
  known.set(gathered, overview)
  overview.catch(() => known.delete(gathered))
  return overview
}

async function workedOut(root: string, gathered: GatheredBenchmarks): Promise<BenchmarkOverview> {
  const { recorded, fresh, files, points } = gathered
  const stated = statedBaselines(root)
  const metrics: MetricOverview[] = []
  for (const [metric, list] of points) {
    await nextTurn()
    metrics.push(overviewOf(list, recorded.decisions.get(metric) ?? UNDECIDED, stated.get(metric)))
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

/** The same with at most the newest `most` points of each metric; what the trend says of older ones is left out. */
export function withNewest(overview: BenchmarkOverview, most: number): BenchmarkOverview {
  return { ...overview, metrics: overview.metrics.map((metric) => newestOf(metric, most)) }
}

function newestOf(metric: MetricOverview, most: number): MetricOverview {
  const skipped = metric.points.length - most
  if (skipped <= 0) return metric
  const { steps, since } = metric.trend
  const trend = {
    ...metric.trend,
    steps: steps.flatMap(({ index, p }) => (index < skipped ? [] : [{ index: index - skipped, p }])),
    since: since === null ? null : Math.max(0, since - skipped),
  }
  return { ...metric, points: metric.points.slice(skipped), trend }
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
  const trend = rememberedTrend(
    judged.map(({ value }) => value),
    { direction, baseline: baseline?.value ?? null, acceptedFrom: Math.max(0, accepted), leastChange: LEAST_CHANGE },
  )
  return {
    ...trend,
    steps: trend.steps.map(({ index, p }) => ({ index: index + skipped, p })),
    since: trend.since === null ? null : trend.since + skipped,
  }
}

/** Trends by what they were worked out of: one new run changes a few metrics of hundreds. */
const trends = new Map<string, MetricTrend>()
const MOST_TRENDS = 2_000

function rememberedTrend(values: readonly number[], rule: TrendRule): MetricTrend {
  const key = JSON.stringify([rule, values])
  const trend = trends.get(key) ?? metricTrend(values, rule)
  trends.delete(key)
  trends.set(key, trend)
  const oldest = trends.size > MOST_TRENDS ? trends.keys().next().value : undefined
  if (oldest !== undefined) trends.delete(oldest)
  return trend
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

/** Whether nothing about a metric wants a person: it neither broke its threshold nor regressed undismissed. */
function settled({ broken, trend, decision }: MetricOverview): boolean {
  return !broken && (trend.verdict !== 'regressed' || decision?.kind === 'dismissed')
}
