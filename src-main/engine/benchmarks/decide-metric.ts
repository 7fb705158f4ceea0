import type { Baseline, BenchmarkDecision, MetricOverview, Threshold } from '../../domain/benchmarks/benchmark-overview'
import { DomainError } from '../../domain/fault'
import { deleteBenchmarkNote, insertBenchmarkNote, saveMetricDecisions } from '../../store/benchmark-rows'
import { overviewBenchmarks } from './benchmark-overview'
import { inDesk, lastingRun } from './record-runs'

/** Who decides, and where and when. */
export interface DecisionScope {
  readonly root: string
  readonly now: Date
  readonly by: string
}

export interface BaselineInput {
  readonly metric: string
  readonly baseline: {
    readonly run: number | null
    readonly value?: number | undefined
    readonly reason: string
  } | null
}

/**
 * Accepts a level as good: typed, or the value of a run, from which on the metric is then judged. Throws `not_found` for a
 * metric or a run that is not there, `invalid_input` when neither a run nor a value is given.
 */
export async function setBaseline(scope: DecisionScope, { metric, baseline }: BaselineInput): Promise<Baseline | null> {
  const found = await requiredMetric(scope.root, metric)
  const accepted = baseline === null ? null : acceptedBaseline(scope, found, baseline)
  inDesk(scope.root, (desk) => saveMetricDecisions(desk, metric, { baseline: accepted, decision: null }))
  return accepted
}

function acceptedBaseline(
  { root, now, by }: DecisionScope,
  { metric, points }: MetricOverview,
  { run, value, reason }: NonNullable<BaselineInput['baseline']>,
): Baseline {
  const measured = run === null ? undefined : points.find((point) => point.run === run)
  if (run !== null && measured === undefined) {
    throw new DomainError('not_found', `Run ${run} did not measure ${metric}, or is too old to be its baseline.`, {
      metric,
    })
  }
  const level = value ?? measured?.value
  if (level === undefined) {
    throw new DomainError('invalid_input', `Name the run or the value that is to be the baseline of ${metric}.`, {
      metric,
    })
  }
  const kept = run === null ? null : (lastingRun(root, run, now) ?? null)
  return { value: level, run: kept, at: now.getTime(), by, reason: reason === '' ? null : reason }
}

/** Sets the limit of a metric, or takes it away. */
export async function setThreshold(
  { root }: DecisionScope,
  metric: string,
  threshold: Threshold | null,
): Promise<void> {
  await requiredMetric(root, metric)
  inDesk(root, (desk) => saveMetricDecisions(desk, metric, { threshold }))
}

/** Says what the present verdict on a metric is worth; it holds until a new level begins. */
export async function decideMetric(
  { root, now, by }: DecisionScope,
  { metric, decision, reason }: { metric: string; decision: BenchmarkDecision['kind'] | null; reason: string },
): Promise<void> {
  const { trend, points } = await requiredMetric(root, metric)
  const first = trend.since === null ? undefined : points[trend.since]
  const since = first === undefined ? null : (lastingRun(root, first.run, now) ?? null)
  const said = reason === '' ? null : reason
  const kept = decision === null ? null : { kind: decision, by, at: now.getTime(), reason: said, since }
  inDesk(root, (desk) => saveMetricDecisions(desk, metric, { decision: kept }))
}

/** Keeps a note on a run, a metric, or both, and returns its id. */
export function annotate(
  { root, now, by }: DecisionScope,
  { run, metric, text }: { run: number | null; metric: string | null; text: string },
): number {
  const kept = run === null ? null : (lastingRun(root, run, now) ?? null)
  return inDesk(root, (desk) => insertBenchmarkNote(desk, { run: kept, metric, at: now.getTime(), by, text }))
}

/** Takes a note away. Throws `not_found` when there is none of that id. */
export function removeNote({ root }: DecisionScope, id: number): void {
  if (inDesk(root, (desk) => deleteBenchmarkNote(desk, id))) return
  throw new DomainError('not_found', `There is no note ${id} on the benchmarks. It may have been removed already.`)
}

async function requiredMetric(root: string, metric: string): Promise<MetricOverview> {
  const found = (await overviewBenchmarks(root)).metrics.find((overview) => overview.metric === metric)
  if (found !== undefined) return found
  throw new DomainError('not_found', `No benchmark run measured ${metric}. The metrics are in: cmos bench list`, {
    metric,
  })
}
