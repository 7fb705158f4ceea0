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

/** What is kept about all metrics but their points. */
export interface RecordedBenchmarks {
  readonly metrics: readonly string[]
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
export const UNDECIDED: Decisions = { baseline: null, threshold: null, decision: null }

const NONE: RecordedBenchmarks = { metrics: [], runs: 0, fingerprints: new Set(), notes: [], decisions: new Map() }
const NEWEST_NOTES = 500

/** Reads what is kept, without leaving a trace of the look. */
export function readBenchmarks(file: string): RecordedBenchmarks {
  return readDesk(file, BENCHMARKS_SINCE, recorded) ?? NONE
}

function recorded(desk: DeskReader): RecordedBenchmarks {
  const runs = desk.select({ id: benchmarkRuns.id, fingerprint: benchmarkRuns.fingerprint }).from(benchmarkRuns).all()
  return {
    metrics: metricNames(desk),
    runs: runs.length,
    fingerprints: new Set(runs.map(({ fingerprint }) => fingerprint)),
    notes: desk.select().from(benchmarkNotes).orderBy(desc(benchmarkNotes.id)).limit(NEWEST_NOTES).all(),
    decisions: new Map(
      desk
        .select()
        .from(benchmarkMetrics)
        .all()
        .map((kept) => [kept.metric, decisionsOf(kept)]),
    ),
  }
}

/** From one name to the next by the key: reading every figure for its name would take long. */
function metricNames(desk: DeskReader): string[] {
  const least = sql`select min(${benchmarkFigures.metric}) as name from ${benchmarkFigures}`
  const rows = desk.all<{ name: string | null }>(
    sql`with recursive names(name) as (${least} union all select (${least} where ${benchmarkFigures.metric} > names.name) from names where names.name is not null) select name from names`,
  )
  return rows.flatMap(({ name }) => (name === null ? [] : [name]))
}

/** What is decided about one metric. */
export function readDecisions(file: string, metric: string): Decisions {
  const kept = readDesk(file, BENCHMARKS_SINCE, (desk) =>
    desk.select().from(benchmarkMetrics).where(eq(benchmarkMetrics.metric, metric)).get(),
  )
  return kept === undefined ? UNDECIDED : decisionsOf(kept)
}

function decisionsOf(kept: typeof benchmarkMetrics.$inferSelect): Decisions {
  return {
    baseline: stored(kept.baseline, baseline),
    threshold: stored(kept.threshold, threshold),
    decision: stored(kept.decision, benchmarkDecision),
  }
}

/**
 * The newest `most` points of each metric, oldest first. Undated runs count as older than every dated one; runs of one
 * instant stand in the order they were recorded in.
 */
export function readBenchmarkPoints(file: string, metrics: readonly string[], most: number): RecordedPoint[] {
  return readDesk(file, BENCHMARKS_SINCE, (desk) => metrics.flatMap((metric) => pointsOf(desk, metric, most))) ?? []
}

function pointsOf(desk: DeskReader, metric: string, most: number): RecordedPoint[] {
  const { unit, direction, value } = benchmarkFigures
  return desk
    .select({
      run: benchmarkFigures.run,
      at: benchmarkRuns.at,
      metric: benchmarkFigures.metric,
      unit,
      direction,
      value,
    })
    .from(benchmarkFigures)
    .innerJoin(benchmarkRuns, eq(benchmarkRuns.id, benchmarkFigures.run))
    .where(eq(benchmarkFigures.metric, metric))
    .orderBy(sql`${benchmarkRuns.at} is null`, desc(benchmarkRuns.at), desc(benchmarkRuns.id))
    .limit(most)
    .all()
    .reverse()
}

/** What is kept as JSON; a value of another version's shape counts as none. */
function stored<T>(text: string | null, schema: { safeParse(value: unknown): { data?: T } }): T | null {
  return text === null ? null : (schema.safeParse(JSON.parse(text)).data ?? null)
}

/** Which runs: those that measured a metric, older than a run, and whether without their figures. */
export interface RunsPage {
  readonly metric?: string | undefined
  readonly before?: number | undefined
  readonly bare?: boolean | undefined
  readonly limit: number
}

/** Runs, newest recorded first. */
export function readBenchmarkRuns(
  file: string,
  page: RunsPage,
): { readonly runs: RecordedRun[]; readonly more: boolean; readonly count: number } {
  const nothing = { runs: [], more: false, count: 0 }
  return readDesk(file, BENCHMARKS_SINCE, (desk) => runsPage(desk, page)) ?? nothing
}

function runsPage(desk: DeskReader, { metric, before, bare = false, limit }: RunsPage) {
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
  const shown = rows.slice(0, limit)
  return { runs: bare ? shown.map(withoutFigures) : withFigures(desk, shown), more: rows.length > limit, count }
}

/** One run with its figures; undefined when there is none of that id. */
export function readBenchmarkRun(file: string, id: number): RecordedRun | undefined {
  return readDesk(file, BENCHMARKS_SINCE, (desk) => {
    const rows = desk.select().from(benchmarkRuns).where(eq(benchmarkRuns.id, id)).all()
    return withFigures(desk, rows)[0]
  })
}

/** Where and when runs ran, by their ids, without what they measured. */
export function readRunFacts(file: string, ids: readonly number[]): RecordedRun[] {
  const find = (desk: DeskReader) =>
    desk
      .select()
      .from(benchmarkRuns)
      .where(inArray(benchmarkRuns.id, [...ids]))
      .all()
      .map(withoutFigures)
  return ids.length === 0 ? [] : (readDesk(file, BENCHMARKS_SINCE, find) ?? [])
}

function withoutFigures({ fingerprint: _known, ...run }: typeof benchmarkRuns.$inferSelect): RecordedRun {
  return { ...run, figures: [] }
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
