import type { RecordedRun } from '../../domain/benchmarks/benchmark-overview'
import { deskFile } from '../../store/desk-database'
import { type RunsPage, readBenchmarkRuns } from '../../store/read-benchmarks'
import { gatherBenchmarks } from './gathered-benchmarks'

/** A page of runs, newest first: those of files that nobody recorded yet, then the recorded ones, the last first. */
export async function listBenchmarkRuns(
  root: string,
  page: RunsPage,
): Promise<{ runs: RecordedRun[]; more: boolean; count: number }> {
  const { fresh } = await gatherBenchmarks(root)
  const wanted = fresh
    .filter(({ run }) => page.metric === undefined || run.figures.some(({ metric }) => metric === page.metric))
    .map(({ id, run, source }) => ({ ...run, ...(page.bare && { figures: [] }), id, source, recordedAt: null }))
    .toReversed()
  const inFiles = page.before === undefined || page.before < 0
  const start = page.before === undefined ? 0 : wanted.findIndex(({ id }) => id === page.before) + 1
  const first = inFiles ? wanted.slice(start, start + page.limit) : []
  const recorded = readBenchmarkRuns(deskFile(root), {
    metric: page.metric,
    before: inFiles ? undefined : page.before,
    bare: page.bare,
    limit: Math.max(1, page.limit - first.length),
  })
  const rest = recorded.runs.slice(0, page.limit - first.length)
  return {
    runs: [...first, ...rest],
    more: recorded.more || rest.length < recorded.runs.length || (inFiles && start + first.length < wanted.length),
    count: wanted.length + recorded.count,
  }
}
