import type { BenchmarkRun } from '../domain/benchmarks/benchmark-run'
import { overviewBenchmarks, withNewest } from '../engine/benchmarks/benchmark-overview'
import { recordRuns } from '../engine/benchmarks/record-runs'
import { seededRandom } from '../engine/sample/seeded-random'

const METRICS = 200
const RUNS = 400
const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 1)
/** As many points as a small chart is given. */
const SHOWN = 60

export interface BenchmarkFigure {
  readonly what: string
  readonly milliseconds: number
  readonly budget: number | null
}

/** How long hundreds of metrics take, and how long they hold the process up at most in one turn of its loop. */
export async function benchmarkFigures(root: string): Promise<BenchmarkFigure[]> {
  const { next } = seededRandom(7)
  const runs = Array.from({ length: RUNS }, (_, run) => runOf(run, next))
  recordRuns(root, 'figures', runs, new Date(START))
  const first = await watched(() => overviewBenchmarks(root))
  const again = await watched(() => overviewBenchmarks(root))
  recordRuns(root, 'figures', [runOf(RUNS, next)], new Date(START))
  const after = await watched(() => overviewBenchmarks(root))
  const overview = await overviewBenchmarks(root)
  const handed = await watched(async () => structuredClone(withNewest(overview, SHOWN)))
  return [
    { what: 'all trends, for the first time', milliseconds: first.whole, budget: null },
    { what: 'the longest turn meanwhile', milliseconds: first.longest, budget: 16 },
    { what: 'asked again', milliseconds: again.whole, budget: 16 },
    { what: 'after one more run', milliseconds: after.whole, budget: null },
    { what: 'the longest turn meanwhile', milliseconds: after.longest, budget: 16 },
    { what: `copying ${SHOWN} points of each to the window`, milliseconds: handed.whole, budget: 16 },
  ]
}

function runOf(run: number, next: () => number): BenchmarkRun {
  const about = { at: START + run * HOUR, commit: `c${run}`, branch: 'main', machine: 'one', label: null }
  const figures = Array.from({ length: METRICS }, (_, metric) => ({
    metric: `metric.${metric}`,
    value: 100 + 5 * next() + (metric % 7 === 0 && run > RUNS / 2 ? 20 : 0),
    unit: 'ms',
    direction: 'lower' as const,
    samples: [],
  }))
  return { ...about, figures }
}

/** Time of day of the whole, and the longest turn by the processor's time, which other programs do not lengthen. */
async function watched(work: () => Promise<unknown>): Promise<{ whole: number; longest: number }> {
  let longest = 0
  let last = busy()
  let going = true
  const turn = () => {
    const now = busy()
    longest = Math.max(longest, now - last)
    last = now
    if (going) setImmediate(turn)
  }
  setImmediate(turn)
  const begun = performance.now()
  await work()
  const whole = performance.now() - begun
  going = false
  return { whole, longest }
}

function busy(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
