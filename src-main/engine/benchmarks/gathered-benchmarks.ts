import type { BenchmarkRun } from '../../domain/benchmarks/benchmark-run'
import { deskFile } from '../../store/desk-database'
import { type RecordedBenchmarks, type RecordedPoint, readBenchmarks } from '../../store/read-benchmarks'
import { type BenchmarkFile, readBenchmarkFiles } from './benchmark-files'
import { runFingerprint, withoutRepeats } from './run-fingerprint'

/** How many points of a metric are looked at. */
export const MOST_POINTS = 400

/** A run of a file that nobody recorded yet; its id is negative. */
export interface FreshRun {
  readonly id: number
  readonly run: BenchmarkRun
  readonly fingerprint: string
  readonly source: string
}

/** What is recorded, and what the workspace's files hold beyond it. */
export interface GatheredBenchmarks {
  readonly recorded: RecordedBenchmarks
  readonly fresh: readonly FreshRun[]
  readonly files: readonly BenchmarkFile[]
  /** The points of each metric, oldest first, at most `MOST_POINTS`; undated runs count as oldest. */
  readonly points: ReadonlyMap<string, readonly RecordedPoint[]>
}

/** Gathers the benchmarks of a workspace. Nothing is written: runs of files are shown before anybody records them. */
export function gatherBenchmarks(root: string): GatheredBenchmarks {
  const recorded = readBenchmarks(deskFile(root), MOST_POINTS)
  const files = readBenchmarkFiles(root)
  const fresh = freshRuns(files, recorded.fingerprints)
  const points = new Map<string, RecordedPoint[]>()
  const all = [
    ...recorded.points,
    ...fresh.flatMap(({ id, run }) => run.figures.map((figure) => pointOf(id, run, figure))),
  ]
  for (const point of all) {
    const list = points.get(point.metric) ?? []
    list.push(point)
    points.set(point.metric, list)
  }
  for (const [metric, list] of points) points.set(metric, list.sort(byAge).slice(-MOST_POINTS))
  return { recorded, fresh, files, points }
}

/** The runs of files that are not recorded, each once. */
function freshRuns(files: readonly BenchmarkFile[], known: ReadonlySet<string>): FreshRun[] {
  const found = new Map<string, Omit<FreshRun, 'id'>>()
  for (const { path, runs } of files) {
    for (const run of runs.map(withoutRepeats)) {
      const fingerprint = runFingerprint(run)
      if (!known.has(fingerprint)) found.set(fingerprint, { run, fingerprint, source: path })
    }
  }
  return [...found.values()].map((run) => ({ ...run, id: freshId(run.fingerprint) }))
}

/** Stays the same whatever else is recorded meanwhile. */
function freshId(fingerprint: string): number {
  return -1 - Number.parseInt(fingerprint.slice(0, 12), 16)
}

function pointOf(run: number, { at }: BenchmarkRun, figure: BenchmarkRun['figures'][number]): RecordedPoint {
  const { metric, unit, direction, value } = figure
  return { run, at, metric, unit, direction, value }
}

/** Oldest first; runs of one instant in the order they were recorded in, then those of files in the files' order. */
function byAge(left: RecordedPoint, right: RecordedPoint): number {
  const [before, after] = [left.at ?? Number.NEGATIVE_INFINITY, right.at ?? Number.NEGATIVE_INFINITY]
  if (before !== after) return before < after ? -1 : 1
  if (left.run < 0 || right.run < 0) return Number(left.run < 0) - Number(right.run < 0)
  return left.run - right.run
}
