import * as z from 'zod/mini'

export const direction = z.enum(['lower', 'higher'])

/** What a run measured of one metric, in its unit, with the single measurements where the tool kept them. */
export const benchmarkFigure = z.object({
  metric: z.string().check(z.minLength(1), z.maxLength(500)),
  value: z.number(),
  unit: z.nullable(z.string().check(z.maxLength(100))),
  /** Whether lower or higher is better. */
  direction,
  samples: z.array(z.number()).check(z.maxLength(10_000)),
})
export type BenchmarkFigure = z.infer<typeof benchmarkFigure>

/** One benchmark run: where and when it ran, and what it measured. */
export const benchmarkRun = z.object({
  /** Epoch milliseconds; null when the source does not say. */
  at: z.nullable(z.number()),
  commit: z.nullable(z.string().check(z.maxLength(200))),
  branch: z.nullable(z.string().check(z.maxLength(500))),
  machine: z.nullable(z.string().check(z.maxLength(500))),
  /** The run's own name in its source. */
  label: z.nullable(z.string().check(z.maxLength(500))),
  figures: z.array(benchmarkFigure),
})
export type BenchmarkRun = z.infer<typeof benchmarkRun>

/** A place in a benchmark file that could not be read, and why; `line` counts from 1 in files of lines. */
export interface BenchmarkProblem {
  readonly line: number | null
  readonly reason: string
}
export interface ReadBenchmarks {
  readonly runs: readonly BenchmarkRun[]
  readonly problems: readonly BenchmarkProblem[]
}

/** A run of which nothing but its figures is known. */
export function bareRun(figures: readonly BenchmarkFigure[]): BenchmarkRun {
  return { at: null, commit: null, branch: null, machine: null, label: null, figures: [...figures] }
}
