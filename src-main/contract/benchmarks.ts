import * as z from 'zod/mini'
import {
  baseline,
  benchmarkOverview,
  metricComparison,
  metricDetail,
  openRegression,
  recordedRun,
  threshold,
} from '../domain/benchmarks/benchmark-overview'
import { benchmarkRun } from '../domain/benchmarks/benchmark-run'
import { command, query } from './method'
import { nothing, pageLimit, saidText, text } from './values'

const metric = z.string().check(z.minLength(1), z.maxLength(500))
/** Negative ids belong to runs that a file of the workspace holds and nobody recorded yet. */
const run = z.int()
/** What was done, in a sentence, and the token for `benchmarks.undo`, which lasts as long as this process. */
const done = z.object({ undo: z.string(), summary: z.string() })
const receipt = z.object({
  recorded: z.number(),
  /** Runs that were there already. */
  known: z.number(),
  problems: z.array(z.object({ file: z.string(), line: z.nullable(z.number()), reason: z.string() })),
})

/** Benchmark runs, kept in the desk database: what they show, and what was decided about it. */
export const benchmarkMethods = {
  /** Every metric with its trend, regressions first. Reads files of the workspace, records nothing. */
  'benchmarks.overview': query({
    /** `points`: at most so many of the newest of each metric; steps before them are left out. */
    input: z.object({ points: z.optional(z.int().check(z.minimum(10), z.maximum(400))) }),
    output: benchmarkOverview,
    reads: ['benchmarks'],
  }),
  /** One metric with its runs and notes. */
  'benchmarks.metric': query({ input: z.object({ metric }), output: metricDetail, reads: ['benchmarks'] }),
  /** Regressions and broken thresholds that nobody decided on, the worst first, at most 20. */
  'benchmarks.open': query({
    input: nothing,
    output: z.object({ regressions: z.array(openRegression), count: z.number(), metrics: z.number() }),
    reads: ['benchmarks'],
  }),
  /** Runs, newest first; `before` is the id of the last row of the former page. */
  'benchmarks.runs': query({
    input: z.object({
      metric: z.optional(metric),
      before: z.optional(run),
      /** Without what they measured: `figures` is then empty. */
      bare: z.optional(z.boolean()),
      limit: pageLimit,
    }),
    output: z.object({ runs: z.array(recordedRun), more: z.boolean(), count: z.number() }),
    reads: ['benchmarks'],
  }),
  /** Two runs, or a run and the baselines (`before` null), metric by metric, with confidence. */
  'benchmarks.compare': query({
    input: z.object({ before: z.nullable(run), after: run }),
    output: z.array(metricComparison),
    reads: ['benchmarks'],
  }),
  /** Records runs; `source` says where they come from. A run that is there already is not recorded twice. */
  'benchmarks.record': command({
    input: z.object({
      runs: z.array(benchmarkRun).check(z.minLength(1), z.maxLength(10_000)),
      source: z.string().check(z.minLength(1), z.maxLength(1_000)),
    }),
    output: receipt,
    writes: ['benchmarks'],
  }),
  /** Records what the workspace's own benchmark files hold, or a file chosen in a native dialog. */
  'benchmarks.import': command({
    input: z.object({ from: z.enum(['workspace', 'file']) }),
    output: receipt,
    writes: ['benchmarks'],
  }),
  /** Accepts a level as good, from a run on (its value, or one typed); null takes the baseline away. */
  'benchmarks.setBaseline': command({
    input: z.object({
      metric,
      baseline: z.nullable(z.object({ run: z.nullable(run), value: z.optional(z.number()), reason: text })),
    }),
    output: z.extend(done, { baseline: z.nullable(baseline) }),
    writes: ['benchmarks'],
  }),
  'benchmarks.setThreshold': command({
    input: z.object({ metric, threshold: z.nullable(threshold) }),
    output: done,
    writes: ['benchmarks'],
  }),
  /** Says what a verdict is worth; null takes that back. */
  'benchmarks.decide': command({
    input: z.object({ metric, decision: z.nullable(z.enum(['confirmed', 'dismissed'])), reason: text }),
    output: done,
    writes: ['benchmarks'],
  }),
  'benchmarks.annotate': command({
    input: z.object({ run: z.nullable(run), metric: z.nullable(metric), text: saidText }),
    output: z.object({ id: z.number() }),
    writes: ['benchmarks'],
  }),
  'benchmarks.removeNote': command({ input: z.object({ id: z.int() }), output: done, writes: ['benchmarks'] }),
  /** Puts back what stood there before a decision, a baseline, a threshold or the removal of a note. */
  'benchmarks.undo': command({
    input: z.object({ undo: z.string().check(z.maxLength(200)) }),
    output: done,
    writes: ['benchmarks'],
  }),
}
