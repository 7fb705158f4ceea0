import type { MetricComparison } from '../../domain/benchmarks/benchmark-overview'
import type { BenchmarkFigure, BenchmarkRun } from '../../domain/benchmarks/benchmark-run'
import { compareRuns } from '../../domain/benchmarks/run-comparison'
import { spreadOf } from '../../domain/benchmarks/spread'
import { DomainError } from '../../domain/fault'
import { deskFile } from '../../store/desk-database'
import { readBenchmarkRun } from '../../store/read-benchmarks'
import { statedBaselines } from './benchmark-files'
import { LEAST_CHANGE } from './benchmark-overview'
import { type GatheredBenchmarks, gatherBenchmarks } from './gathered-benchmarks'

/** The figures of one side, by metric. */
type Side = ReadonlyMap<string, Pick<BenchmarkFigure, 'value' | 'samples'> & Partial<BenchmarkFigure>>

const UNKNOWN = { difference: null, change: null, confidence: null, interval: null, basis: 'none' } as const

/** Two runs metric by metric, or a run against the baselines (`before` null). Throws `not_found` for an unknown run. */
export async function compareBenchmarks(
  root: string,
  before: number | null,
  after: number,
): Promise<MetricComparison[]> {
  const gathered = await gatherBenchmarks(root)
  const right = sideOf(requiredRun(root, gathered, after))
  const left = before === null ? baselines(root, gathered) : sideOf(requiredRun(root, gathered, before))
  const metrics = new Set([...right.keys(), ...(before === null ? [] : left.keys())])
  return [...metrics].sort().map((metric) => compared(metric, left, right, gathered))
}

function compared(metric: string, left: Side, right: Side, { points }: GatheredBenchmarks): MetricComparison {
  const [from, to] = [left.get(metric), right.get(metric)]
  const direction = to?.direction ?? from?.direction ?? 'lower'
  const about = { metric, unit: to?.unit ?? from?.unit ?? null, direction }
  const values = { before: from?.value ?? null, after: to?.value ?? null }
  if (from === undefined || to === undefined) {
    return { ...about, ...values, ...UNKNOWN, verdict: from === undefined ? 'only-after' : 'only-before' }
  }
  const deviation = scatterOf((points.get(metric) ?? []).map(({ value }) => value))
  return { ...about, ...values, ...compareRuns(from, to, { direction, deviation, leastChange: LEAST_CHANGE }) }
}

/** How far single runs scatter: from the differences of neighbours, so that a step or a drift counts for little. */
function scatterOf(values: readonly number[]): number | null {
  const steps = values.slice(1).map((value, at) => value - (values[at] ?? value))
  const spread = steps.length < 4 ? null : spreadOf(steps)
  return spread === null ? null : spread.deviation / Math.SQRT2
}

function baselines(root: string, { recorded }: GatheredBenchmarks): Side {
  const side = new Map<string, { value: number; samples: number[] }>()
  for (const [metric, value] of statedBaselines(root)) side.set(metric, { value, samples: [] })
  for (const [metric, { baseline }] of recorded.decisions) {
    if (baseline !== null) side.set(metric, { value: baseline.value, samples: [] })
  }
  return side
}

function sideOf(run: BenchmarkRun): Side {
  return new Map(run.figures.map((figure) => [figure.metric, figure]))
}

function requiredRun(root: string, { fresh }: GatheredBenchmarks, id: number): BenchmarkRun {
  const run = fresh.find((entry) => entry.id === id)?.run ?? readBenchmarkRun(deskFile(root), id)
  if (run !== undefined) return run
  throw new DomainError('not_found', `There is no benchmark run ${id}. The runs are in: cmos bench list`)
}
