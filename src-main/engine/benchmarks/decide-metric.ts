import type { Baseline, BenchmarkDecision, MetricOverview, Threshold } from '../../domain/benchmarks/benchmark-overview'
import { DomainError } from '../../domain/fault'
import {
  deleteBenchmarkNote,
  insertBenchmarkNote,
  type MetricDecisions,
  saveMetricDecisions,
} from '../../store/benchmark-rows'
import { deskFile } from '../../store/desk-database'
import { readDecisions } from '../../store/read-benchmarks'
import { overviewBenchmarks } from './benchmark-overview'
import { type MetricReceipt, undoable } from './metric-undo'
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
export async function setBaseline(
  scope: DecisionScope,
  { metric, baseline }: BaselineInput,
): Promise<MetricReceipt & { baseline: Baseline | null }> {
  const found = await requiredMetric(scope.root, metric)
  const accepted = baseline === null ? null : await acceptedBaseline(scope, found, baseline)
  const summary =
    accepted === null ? `Baseline of ${metric} taken away` : `Baseline of ${metric} is now ${figure(accepted.value)}`
  return { baseline: accepted, ...kept(scope, metric, { baseline: accepted, decision: null }, summary) }
}

async function acceptedBaseline(
  { root, now, by }: DecisionScope,
  { metric, points }: MetricOverview,
  { run, value, reason }: NonNullable<BaselineInput['baseline']>,
): Promise<Baseline> {
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
  const lasting = run === null ? null : ((await lastingRun(root, run, now)) ?? null)
  return { value: level, run: lasting, at: now.getTime(), by, reason: reason === '' ? null : reason }
}

/** Sets the limit of a metric, or takes it away. */
export async function setThreshold(
  scope: DecisionScope,
  metric: string,
  threshold: Threshold | null,
): Promise<MetricReceipt> {
  await requiredMetric(scope.root, metric)
  return kept(scope, metric, { threshold }, `Threshold of ${metric} ${threshold === null ? 'taken away' : 'set'}`)
}

/** Says what the present verdict on a metric is worth; it holds until a new level begins. */
export async function decideMetric(
  scope: DecisionScope,
  { metric, decision, reason }: { metric: string; decision: BenchmarkDecision['kind'] | null; reason: string },
): Promise<MetricReceipt> {
  const { root, now, by } = scope
  const { trend, points } = await requiredMetric(root, metric)
  const first = trend.since === null ? undefined : points[trend.since]
  const since = first === undefined ? null : ((await lastingRun(root, first.run, now)) ?? null)
  const said = reason === '' ? null : reason
  const decided = decision === null ? null : { kind: decision, by, at: now.getTime(), reason: said, since }
  const words = { confirmed: 'Confirmed the regression of', dismissed: 'Dismissed the regression of' }
  const summary = `${decision === null ? 'Took back the decision on' : words[decision]} ${metric}`
  return kept(scope, metric, { decision: decided }, summary)
}

/** Keeps what was decided, and what stood there before for the way back. */
function kept({ root }: DecisionScope, metric: string, change: MetricDecisions, summary: string): MetricReceipt {
  const before = readDecisions(deskFile(root), metric)
  inDesk(root, (desk) => saveMetricDecisions(desk, metric, change))
  return undoable({ root, summary, metric, before, after: readDecisions(deskFile(root), metric) })
}

/** Keeps a note on a run, a metric, or both, and returns its id. */
export async function annotate(
  { root, now, by }: DecisionScope,
  { run, metric, text }: { run: number | null; metric: string | null; text: string },
): Promise<number> {
  const lasting = run === null ? null : ((await lastingRun(root, run, now)) ?? null)
  return inDesk(root, (desk) => insertBenchmarkNote(desk, { run: lasting, metric, at: now.getTime(), by, text }))
}

/** Takes a note away. Throws `not_found` when there is none of that id. */
export function removeNote({ root }: DecisionScope, id: number): MetricReceipt {
  const note = inDesk(root, (desk) => deleteBenchmarkNote(desk, id))
  if (note !== undefined) {
    const about = note.metric === null ? '' : ` on ${note.metric}`
    return undoable({ root, summary: `Removed a note${about}`, note, removed: true })
  }
  throw new DomainError('not_found', `There is no note ${id} on the benchmarks. It may have been removed already.`)
}

function figure(value: number): string {
  return String(Number(value.toPrecision(6)))
}

async function requiredMetric(root: string, metric: string): Promise<MetricOverview> {
  const found = (await overviewBenchmarks(root)).metrics.find((overview) => overview.metric === metric)
  if (found !== undefined) return found
  throw new DomainError('not_found', `No benchmark run measured ${metric}. The metrics are in: cmos bench list`, {
    metric,
  })
}
