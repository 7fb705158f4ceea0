import { eq } from 'drizzle-orm'
import * as schema from '../../drizzle/desk-schema'
import type { Baseline, BenchmarkDecision, BenchmarkNote, Threshold } from '../domain/benchmarks/benchmark-overview'
import type { BenchmarkRun } from '../domain/benchmarks/benchmark-run'
import type { DeskDatabase } from './desk-database'

const { benchmarkFigures, benchmarkMetrics, benchmarkNotes, benchmarkRuns } = schema

/** A run to record: `fingerprint` is a hash of what it holds. */
export interface NewBenchmarkRun {
  readonly run: BenchmarkRun
  readonly fingerprint: string
  readonly source: string
}

/** What is decided about a metric; what is left out stays as it is, null takes it away. */
export interface MetricDecisions {
  readonly baseline?: Baseline | null
  readonly threshold?: Threshold | null
  readonly decision?: BenchmarkDecision | null
}

/** Records runs in one transaction and returns the ids, in order; a run that is there already keeps its id. */
export function insertBenchmarkRuns(desk: DeskDatabase, runs: readonly NewBenchmarkRun[], now: number): InsertedRun[] {
  return desk.db.transaction((tx) => runs.map((run) => insertRun(tx, run, now)), { behavior: 'immediate' })
}

export interface InsertedRun {
  readonly id: number
  readonly fresh: boolean
}

function insertRun(
  tx: Pick<DeskDatabase['db'], 'select' | 'insert'>,
  entry: NewBenchmarkRun,
  now: number,
): InsertedRun {
  const { run, fingerprint, source } = entry
  const known = tx
    .select({ id: benchmarkRuns.id })
    .from(benchmarkRuns)
    .where(eq(benchmarkRuns.fingerprint, fingerprint))
    .get()
  if (known !== undefined) return { id: known.id, fresh: false }
  const { figures, ...about } = run
  const { id } = tx
    .insert(benchmarkRuns)
    .values({ ...about, fingerprint, source, recordedAt: now })
    .returning({ id: benchmarkRuns.id })
    .get()
  for (const figure of figures) {
    const samples = figure.samples.length === 0 ? null : JSON.stringify(figure.samples)
    tx.insert(benchmarkFigures)
      .values({ ...figure, run: id, samples })
      .run()
  }
  return { id, fresh: true }
}

/** Keeps what was decided about a metric. */
export function saveMetricDecisions(desk: DeskDatabase, metric: string, decisions: MetricDecisions): void {
  const set = Object.fromEntries(
    Object.entries(decisions).map(([key, value]) => [key, value === null ? null : JSON.stringify(value)]),
  )
  desk.db
    .insert(benchmarkMetrics)
    .values({ metric, ...set })
    .onConflictDoUpdate({ target: benchmarkMetrics.metric, set })
    .run()
}

/** Keeps a note on a run, a metric, or both, and returns its id. */
export function insertBenchmarkNote(desk: DeskDatabase, note: typeof benchmarkNotes.$inferInsert): number {
  return desk.db.insert(benchmarkNotes).values(note).returning({ id: benchmarkNotes.id }).get().id
}

/** Takes a note away and returns it; undefined when there is none of that id. */
export function deleteBenchmarkNote(desk: DeskDatabase, id: number): BenchmarkNote | undefined {
  return desk.db.delete(benchmarkNotes).where(eq(benchmarkNotes.id, id)).returning().get()
}
