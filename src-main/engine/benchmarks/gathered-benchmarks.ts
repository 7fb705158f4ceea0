import type { BenchmarkRun } from '../../domain/benchmarks/benchmark-run'
import { deskFile } from '../../store/desk-database'
import {
  type RecordedBenchmarks,
  type RecordedPoint,
  readBenchmarkPoints,
  readBenchmarks,
} from '../../store/read-benchmarks'
import { deskState } from '../../store/read-desk'
import { type BenchmarkFile, benchmarkFileStates, readBenchmarkFiles } from './benchmark-files'
import { nextTurn } from './next-turn'
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

/** So many metrics are read in one turn of the event loop: a few milliseconds. */
const IN_ONE_TURN = 2

/** The last gathering of this process, which holds while no file changed. */
let latest:
  | { readonly root: string; readonly state: string; readonly gathered: Promise<GatheredBenchmarks> }
  | undefined

/**
 * Gathers the benchmarks of a workspace, in turns of the event loop. Nothing is written: runs of files are shown before
 * anybody records them.
 */
export function gatherBenchmarks(root: string): Promise<GatheredBenchmarks> {
  const state = stateOf(root)
  if (latest?.root === root && latest.state === state) return latest.gathered
  const gathered = gatherInTurns(root)
  latest = { root, state, gathered }
  const forget = () => {
    if (latest?.gathered === gathered) latest = undefined
  }
  // What changed while it was read belongs to the next answer.
  gathered.then(() => stateOf(root) === state || forget(), forget)
  return gathered
}

/** Moves with every change of the desk database and of the workspace's benchmark files. */
function stateOf(root: string): string {
  return JSON.stringify([deskState(deskFile(root)), benchmarkFileStates(root)])
}

async function gatherInTurns(root: string): Promise<GatheredBenchmarks> {
  const recorded = readBenchmarks(deskFile(root))
  const files = await readBenchmarkFiles(root)
  const fresh = freshRuns(files, recorded.fingerprints)
  const points = new Map<string, RecordedPoint[]>()
  const add = (found: readonly RecordedPoint[]) => {
    for (const point of found) {
      const list = points.get(point.metric) ?? []
      list.push(point)
      points.set(point.metric, list)
    }
  }
  for (let from = 0; from < recorded.metrics.length; from += IN_ONE_TURN) {
    await nextTurn()
    add(readBenchmarkPoints(deskFile(root), recorded.metrics.slice(from, from + IN_ONE_TURN), MOST_POINTS))
  }
  await nextTurn()
  add(fresh.flatMap(({ id, run }) => run.figures.map((figure) => pointOf(id, run, figure))))
  if (fresh.length > 0) for (const [metric, list] of points) points.set(metric, list.sort(byAge).slice(-MOST_POINTS))
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
