import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import * as schema from '../../drizzle/desk-schema'
import { BENCHMARKS_SINCE } from '../../drizzle/migrations'
import {
  type Baseline,
  type BenchmarkDecision,
  type BenchmarkNote,
  baseline,
  benchmarkDecision,
  type RecordedRun,
  type Threshold,
  threshold,
} from '../domain/benchmarks/benchmark-overview'
import type { BenchmarkFigure } from '../domain/benchmarks/benchmark-run'
import { type DeskReader, readDesk } from './read-desk'

const { benchmarkFigures, benchmarkMetrics, benchmarkNotes, benchmarkRuns } = schema

/** A recorded value of a metric. */
export interface RecordedPoint {
  readonly run: number
  readonly at: number | null
  readonly metric: string
  readonly unit: string | null
  readonly direction: 'lower' | 'higher'
  readonly value: number
}

/** What is kept about all metrics: the newest `most` points of each, oldest first, undated ones before dated ones. */
export interface RecordedBenchmarks {
  readonly points: readonly RecordedPoint[]
  readonly runs: number
  readonly fingerprints: ReadonlySet<string>
  readonly notes: readonly BenchmarkNote[]
  readonly decisions: ReadonlyMap<string, Decisions>
}
export interface Decisions {
  readonly baseline: Baseline | null
  readonly threshold: Threshold | null
  readonly decision: BenchmarkDecision | null
}

const NONE: RecordedBenchmarks = { points: [], runs: 0, fingerprints: new Set(), notes: [], decisions: new Map() }
const NEWEST_NOTES = 500

/** Reads everything the overview needs, without leaving a trace of the look. */
export function readBenchmarks(file: string, most: number): RecordedBenchmarks {
  return readDesk(file, BENCHMARKS_SINCE, (desk) => recorded(desk, most)) ?? NONE
}

function recorded(desk: DeskReader, most: number): RecordedBenchmarks {
  const runs = desk.select({ id: benchmarkRuns.id, fingerprint: benchmarkRuns.fingerprint }).from(benchmarkRuns).all()
  const decided = desk.select().from(benchmarkMetrics).all()
  return {
    points: newestPoints(desk, most),
    runs: runs.length,
    fingerprints: new Set(runs.map(({ fingerprint }) => fingerprint)),
    notes: desk.select().from(benchmarkNotes).orderBy(desc(benchmarkNotes.id)).limit(NEWEST_NOTES).all(),
    decisions: new Map(
      decided.map(({ metric, ...kept }) => [
        metric,
        {
          baseline: stored(kept.baseline, baseline),
          threshold: stored(kept.threshold, threshold),
          decision: stored(kept.decision, benchmarkDecision),
        },
      ]),
    ),
  }
}

/** Undated runs count as older than every dated one; runs of one instant stand in the order they were recorded in. */
function newestPoints(desk: DeskReader, most: number): RecordedPoint[] {
  const age = sql<number>`row_number() over (partition by ${benchmarkFigures.metric} order by ${benchmarkRuns.at} is null, ${benchmarkRuns.at} desc, ${benchmarkRuns.id} desc)`
  const { metric, unit, direction, value } = benchmarkFigures
  const aged = desk
    .select({ run: benchmarkFigures.run, at: benchmarkRuns.at, metric, unit, direction, value, age: age.as('age') })
    .from(benchmarkFigures)
    .innerJoin(benchmarkRuns, eq(benchmarkRuns.id, benchmarkFigures.run))
    .as('aged')
  return desk
    .select({
      run: aged.run,
      at: aged.at,
      metric: aged.metric,
      unit: aged.unit,
      direction: aged.direction,
      value: aged.value,
    })
    .from(aged)
    .where(sql`${aged.age} <= ${most}`)
    .orderBy(aged.metric, desc(aged.age))
    .all()
}

/** What is kept as JSON; a value of another version's shape counts as none. */
function stored<T>(text: string | null, schema: { safeParse(value: unknown): { data?: T } }): T | null {
  return text === null ? null : (schema.safeParse(JSON.parse(text)).data ?? null)
}

/** Runs, newest recorded first. */
export function readBenchmarkRuns(
  file: string,
  page: { readonly metric?: string | undefined; readonly before?: number | undefined; readonly limit: number },
): { readonly runs: RecordedRun[]; readonly more: boolean; readonly count: number } {
  const nothing = { runs: [], more: false, count: 0 }
  return readDesk(file, BENCHMARKS_SINCE, (desk) => runsPage(desk, page)) ?? nothing
}

function runsPage(desk: DeskReader, { metric, before, limit }: Parameters<typeof readBenchmarkRuns>[1]) {
  const measured = desk.select({ run: benchmarkFigures.run }).from(benchmarkFigures)
  const having =
    metric === undefined ? undefined : inArray(benchmarkRuns.id, measured.where(eq(benchmarkFigures.metric, metric)))
  const older = before === undefined ? undefined : lt(benchmarkRuns.id, before)
  const rows = desk
    .select()
    .from(benchmarkRuns)
    .where(and(having, older))
    .orderBy(desc(benchmarkRuns.id))
    .limit(limit + 1)
    .all()
  const count = desk.select({ count: sql<number>`count(*)` }).from(benchmarkRuns).where(having).get()?.count ?? 0
  return { runs: withFigures(desk, rows.slice(0, limit)), more: rows.length > limit, count }
}

/** One run with its figures; undefined when there is none of that id. */
export function readBenchmarkRun(file: string, id: number): RecordedRun | undefined {
  return readDesk(file, BENCHMARKS_SINCE, (desk) => {
    const rows = desk.select().from(benchmarkRuns).where(eq(benchmarkRuns.id, id)).all()
    return withFigures(desk, rows)[0]
  })
}

function withFigures(desk: DeskReader, rows: readonly (typeof benchmarkRuns.$inferSelect)[]): RecordedRun[] {
  const ids = rows.map(({ id }) => id)
  const figures = new Map<number, BenchmarkFigure[]>(ids.map((id) => [id, []]))
  for (const row of desk.select().from(benchmarkFigures).where(inArray(benchmarkFigures.run, ids)).all()) {
    figures.get(row.run)?.push(figureOf(row))
  }
  return rows.map(({ fingerprint: _known, ...run }) => ({ ...run, figures: figures.get(run.id) ?? [] }))
}

function figureOf({ metric, value, unit, direction, samples }: typeof benchmarkFigures.$inferSelect): BenchmarkFigure {
  return { metric, value, unit, direction, samples: samples === null ? [] : numbers(JSON.parse(samples)) }
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : []
}
