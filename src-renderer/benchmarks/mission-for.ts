import type { MetricDetail } from '../../src-main/domain/benchmarks/benchmark-overview'
import type { GivenMission } from '../mission/dialog-store'
import { measureWords, metricSentence, shareWords } from './metric-words'
import { aroundStep, runDifferences } from './run-words'

/** A mission that mends a confirmed regression, as the form for a new one starts. */
export function missionFor(metric: MetricDetail): GivenMission {
  const { trend, unit, direction } = metric
  const around = aroundStep(metric.history, trend.since)
  const changed = around === null ? [] : runDifferences(around.good, around.bad).filter(({ same }) => !same)
  const target = trend.reference === null ? null : measureWords(trend.reference, unit)
  const by = trend.change === null ? '' : ` (${shareWords(trend.change)})`
  return {
    name: `Mend the regression of ${metric.metric}${by}`,
    description: [
      `Benchmarks: ${metricSentence(metric)}`,
      ...changed.map(({ name, before, after }) => `${name}: ${before} → ${after}`),
    ].join('\n'),
    successCriteria:
      target === null ? [] : [`${metric.metric} is ${direction === 'lower' ? 'at most' : 'at least'} ${target} again`],
  }
}
