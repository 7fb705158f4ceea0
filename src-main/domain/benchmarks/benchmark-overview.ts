import * as z from 'zod/mini'
import { benchmarkRun, direction } from './benchmark-run'

const instant = z.number()

/** What the rule of docs/benchmarks.md says of a metric; see `metricTrend`. */
export const trendVerdict = z.object({
  verdict: z.enum(['regressed', 'improved', 'steady', 'few']),
  certainty: z.nullable(z.enum(['suspect', 'likely', 'confirmed'])),
  confidence: z.nullable(z.number()),
  reference: z.nullable(z.number()),
  level: z.nullable(z.number()),
  change: z.nullable(z.number()),
  band: z.nullable(z.object({ low: z.number(), high: z.number() })),
  /** Indexes into `points`. */
  steps: z.array(z.object({ index: z.number(), p: z.number() })),
  since: z.nullable(z.number()),
})

/** A limit that somebody set: an absolute one, or the least improvement over the baseline, as suites state it. */
export const threshold = z.object({
  kind: z.enum(['limit', 'improvement']),
  /** In the metric's unit, or a share of the baseline such as 0.25. */
  value: z.number(),
})
export type Threshold = z.infer<typeof threshold>

export const baseline = z.object({
  value: z.number(),
  /** The run it was taken from; null when it was typed or came with a file. */
  run: z.nullable(z.number()),
  at: z.nullable(instant),
  by: z.nullable(z.string()),
  reason: z.nullable(z.string()),
})
export type Baseline = z.infer<typeof baseline>

/** What somebody thinks of a verdict; it holds for the level that began with run `since`. */
export const benchmarkDecision = z.object({
  kind: z.enum(['confirmed', 'dismissed']),
  by: z.string(),
  at: instant,
  reason: z.nullable(z.string()),
  since: z.nullable(z.number()),
})
export type BenchmarkDecision = z.infer<typeof benchmarkDecision>

export const benchmarkNote = z.object({
  id: z.number(),
  run: z.nullable(z.number()),
  metric: z.nullable(z.string()),
  at: instant,
  by: z.string(),
  text: z.string(),
})
export type BenchmarkNote = z.infer<typeof benchmarkNote>

/** One small chart: the newest points of a metric and what is to be thought of them. */
export const metricOverview = z.object({
  metric: z.string(),
  unit: z.nullable(z.string()),
  direction,
  /** Oldest first; at most 400. Negative run ids belong to runs that a file holds and nobody recorded yet. */
  points: z.array(z.object({ run: z.number(), at: z.nullable(instant), value: z.number() })),
  /** Runs that measured it in all. */
  runs: z.number(),
  trend: trendVerdict,
  baseline: z.nullable(baseline),
  threshold: z.nullable(threshold),
  /** Whether the newest value breaks the threshold. */
  broken: z.boolean(),
  /** What somebody decided about the present verdict; null while nobody did, and again when a new step appears. */
  decision: z.nullable(benchmarkDecision),
})
export type MetricOverview = z.infer<typeof metricOverview>

export const recordedRun = z.extend(benchmarkRun, {
  id: z.number(),
  /** Where it came from: a file relative to the workspace, `cmos bench record`, or a chosen file. */
  source: z.string(),
  /** Null for a run of a file that nobody recorded yet. */
  recordedAt: z.nullable(instant),
})
export type RecordedRun = z.infer<typeof recordedRun>

/** A run as the table of one metric shows it. */
export const runOfMetric = z.object({
  id: z.number(),
  at: z.nullable(instant),
  commit: z.nullable(z.string()),
  branch: z.nullable(z.string()),
  machine: z.nullable(z.string()),
  label: z.nullable(z.string()),
  source: z.string(),
  recordedAt: z.nullable(instant),
  value: z.number(),
})
export type RunOfMetric = z.infer<typeof runOfMetric>

/** One metric with its runs, one for each of its points, and the notes on it and on them. */
export const metricDetail = z.extend(metricOverview, {
  history: z.array(runOfMetric),
  notes: z.array(benchmarkNote),
})
export type MetricDetail = z.infer<typeof metricDetail>

/** A regression that nobody confirmed or dismissed, or a broken threshold. */
export const openRegression = z.object({
  metric: z.string(),
  unit: z.nullable(z.string()),
  direction,
  change: z.nullable(z.number()),
  certainty: z.nullable(z.enum(['suspect', 'likely', 'confirmed'])),
  confidence: z.nullable(z.number()),
  level: z.nullable(z.number()),
  broken: z.boolean(),
  /** When the first run ran that it is about. */
  since: z.nullable(instant),
})
export type OpenRegression = z.infer<typeof openRegression>

export const benchmarkOverview = z.object({
  /** Regressions first, the surest and largest before the others. */
  metrics: z.array(metricOverview),
  runs: z.number(),
  notes: z.array(benchmarkNote),
  /** Files of the workspace that hold benchmarks: what is new in them is shown, and recorded by `benchmarks.import`. */
  files: z.array(
    z.object({
      path: z.string(),
      runs: z.number(),
      fresh: z.number(),
      problems: z.array(z.object({ line: z.nullable(z.number()), reason: z.string() })),
    }),
  ),
})
export type BenchmarkOverview = z.infer<typeof benchmarkOverview>

export const metricComparison = z.object({
  metric: z.string(),
  unit: z.nullable(z.string()),
  direction,
  before: z.nullable(z.number()),
  after: z.nullable(z.number()),
  difference: z.nullable(z.number()),
  change: z.nullable(z.number()),
  verdict: z.enum(['better', 'worse', 'same', 'unclear', 'only-before', 'only-after']),
  confidence: z.nullable(z.number()),
  interval: z.nullable(z.object({ low: z.number(), high: z.number() })),
  basis: z.enum(['samples', 'history', 'none']),
})
export type MetricComparison = z.infer<typeof metricComparison>
