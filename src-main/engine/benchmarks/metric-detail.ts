import type { MetricDetail, RecordedRun, RunOfMetric } from '../../domain/benchmarks/benchmark-overview'
import { DomainError } from '../../domain/fault'
import { deskFile } from '../../store/desk-database'
import { readRunFacts } from '../../store/read-benchmarks'
import { overviewBenchmarks } from './benchmark-overview'
import { gatherBenchmarks } from './gathered-benchmarks'

/** One metric with its runs and the notes on it. Throws `not_found` for a metric that nobody measured. */
export async function metricDetail(root: string, metric: string): Promise<MetricDetail> {
  const { metrics, notes } = await overviewBenchmarks(root)
  const overview = metrics.find((found) => found.metric === metric)
  if (overview === undefined) {
    throw new DomainError('not_found', `No benchmark run measured ${metric}.`, { metric })
  }
  const { fresh } = await gatherBenchmarks(root)
  const ids = new Set(overview.points.map(({ run }) => run))
  const known = new Map<number, Omit<RecordedRun, 'figures'>>(
    fresh.map(({ id, run, source }) => [id, { ...run, id, source, recordedAt: null }]),
  )
  const recorded = [...ids].filter((id) => id >= 0)
  for (const run of readRunFacts(deskFile(root), recorded)) known.set(run.id, run)
  const runs = overview.points.flatMap(({ run, value }): RunOfMetric[] => {
    const found = known.get(run)
    if (found === undefined) return []
    const { id, at, commit, branch, machine, label, source, recordedAt } = found
    return [{ id, at, commit, branch, machine, label, source, recordedAt, value }]
  })
  return { ...overview, history: runs, notes: notes.filter((note) => note.metric === metric || ids.has(note.run ?? 0)) }
}
