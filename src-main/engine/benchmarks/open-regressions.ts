import type { MetricOverview, OpenRegression } from '../../domain/benchmarks/benchmark-overview'
import { overviewBenchmarks } from './benchmark-overview'

/** What wants a person's word, the worst first, and how many there are in all. */
export async function openRegressions(
  root: string,
  most: number,
): Promise<{ regressions: OpenRegression[]; count: number; metrics: number }> {
  const { metrics } = await overviewBenchmarks(root)
  const open = metrics.filter(isOpen)
  return { regressions: open.slice(0, most).map(regressionOf), count: open.length, metrics: metrics.length }
}

/** A decision ends it, whether it confirms or dismisses. */
function isOpen({ trend, broken, decision }: MetricOverview): boolean {
  return decision === null && (broken || trend.verdict === 'regressed')
}

function regressionOf({ metric, unit, direction, trend, broken, points }: MetricOverview): OpenRegression {
  const { change, certainty, confidence, level, since } = trend
  const at = since === null ? null : (points[since]?.at ?? null)
  return { metric, unit, direction, change, certainty, confidence, level, broken, since: at }
}
