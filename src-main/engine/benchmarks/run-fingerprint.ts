import { createHash } from 'node:crypto'
import type { BenchmarkRun } from '../../domain/benchmarks/benchmark-run'

/** A hash of what a run holds, so that the same run of the same file is recorded once. */
export function runFingerprint({ at, commit, branch, machine, label, figures }: BenchmarkRun): string {
  const values = figures.map(({ metric, value, unit, samples }) => [metric, value, unit, samples])
  return createHash('sha256')
    .update(JSON.stringify([at, commit, branch, machine, label, values]))
    .digest('hex')
}

/** The run with one figure a metric: of several of one name the first counts, as each has one place in a trend. */
export function withoutRepeats(run: BenchmarkRun): BenchmarkRun {
  const seen = new Set<string>()
  return {
    ...run,
    figures: run.figures.filter(({ metric }) => !seen.has(metric) && seen.add(metric)),
  }
}
