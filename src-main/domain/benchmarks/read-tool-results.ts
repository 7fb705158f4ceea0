import { isObject, type JsonObject } from '../stored-json'
import { type BenchmarkFigure, type BenchmarkRun, bareRun } from './benchmark-run'
import { guessDirection } from './metric-direction'
import { instantOf, isFigure, textOf } from './read-generic-run'

/** Tools of github-action-benchmark whose figures are better the higher they are; the others measure time. */
const HIGHER_TOOLS = new Set(['customBiggerIsBetter', 'benchmarkjs', 'pytest', 'benchmarkluau'])

/** github-action-benchmark's history: `{entries:{suite:[{commit:{id,timestamp},date,tool,benches:[{name,value,unit}]}]}}`. */
export function readActionHistory(file: JsonObject): BenchmarkRun[] | null {
  if (!isObject(file.entries)) return null
  return Object.entries(file.entries).flatMap(([suite, entries]) =>
    objects(entries).map((entry) => {
      const commit = isObject(entry.commit) ? entry.commit : {}
      const higher = HIGHER_TOOLS.has(textOf(entry, 'tool') ?? '')
      return {
        ...bareRun(objects(entry.benches).flatMap((bench) => actionFigure(bench, suite, higher))),
        at: instantOf(entry) ?? instantOf(commit),
        commit: textOf(commit, 'id'),
        label: suite === '' ? null : suite,
      }
    }),
  )
}

function actionFigure(bench: JsonObject, suite: string, higher: boolean): BenchmarkFigure[] {
  const name = textOf(bench, 'name')
  const value = typeof bench.value === 'string' ? Number.parseFloat(bench.value) : bench.value
  if (name === null || !isFigure(value)) return []
  const metric = suite === '' || suite === 'Benchmark' ? name : `${suite}/${name}`
  const unit = textOf(bench, 'unit')
  return [{ metric, value, unit, direction: higher ? 'higher' : guessDirection(name, unit), samples: [] }]
}

/** hyperfine's `--export-json`: `{results:[{command,mean,median,times}]}`, in seconds. The median is what is kept. */
export function readHyperfine(file: JsonObject): BenchmarkRun[] | null {
  const results = objects(file.results).filter(
    (result) => 'command' in result && ('times' in result || 'mean' in result),
  )
  if (results.length === 0) return null
  const figures = results.flatMap((result): BenchmarkFigure[] => {
    const metric = textOf(result, 'command')
    const value = [result.median, result.mean].find(isFigure)
    if (metric === null || value === undefined) return []
    return [{ metric, value, unit: 's', direction: 'lower', samples: numbers(result.times) }]
  })
  return [{ ...bareRun(figures), at: instantOf(file) }]
}

/** Vitest's `bench --outputJson`: `{files:[{groups:[{fullName,benchmarks:[{name,mean,median,samples}]}]}]}`, in milliseconds. */
export function readVitestBench(file: JsonObject): BenchmarkRun[] | null {
  const groups = objects(file.files).flatMap(({ groups }) => objects(groups))
  if (groups.length === 0) return null
  const figures = groups.flatMap((group) =>
    objects(group.benchmarks).flatMap((bench): BenchmarkFigure[] => {
      const name = textOf(bench, 'name')
      const value = [bench.median, bench.mean].find(isFigure)
      if (name === null || value === undefined) return []
      const metric = [textOf(group, 'fullName'), name].filter((part) => part !== null).join(' > ')
      return [{ metric, value, unit: 'ms', direction: 'lower', samples: numbers(bench.samples) }]
    }),
  )
  return [{ ...bareRun(figures), at: instantOf(file) }]
}

/** Of a k6 trend, the figures worth following; of the other kinds of metric, the only one each has. */
const K6_TRENDS = ['avg', 'med', 'p(90)', 'p(95)', 'p(99)']

/** k6's end-of-test summary, `{metrics:{http_req_duration:{values:{avg,…}}}}`, or `--summary-export` without `values`. */
export function readK6Summary(file: JsonObject): BenchmarkRun[] | null {
  if (!isObject(file.metrics)) return null
  const metrics = Object.entries(file.metrics).filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
  if (!metrics.some(([, metric]) => isK6Metric(metric))) return null
  return [{ ...bareRun(metrics.flatMap(([name, metric]) => k6Figures(name, metric))), at: instantOf(file) }]
}

function isK6Metric(metric: JsonObject): boolean {
  const values = isObject(metric.values) ? metric.values : metric
  return ('avg' in values && 'med' in values) || ('count' in values && 'rate' in values) || 'passes' in values
}

function k6Figures(name: string, metric: JsonObject): BenchmarkFigure[] {
  const values = isObject(metric.values) ? metric.values : metric
  const figure = (key: string, unit: string | null): BenchmarkFigure[] => {
    const value = values[key]
    const label = `${name} ${key}`
    return isFigure(value) ? [{ metric: label, value, unit, direction: guessDirection(name, unit), samples: [] }] : []
  }
  if ('avg' in values) return K6_TRENDS.flatMap((key) => figure(key, metric.contains === 'default' ? null : 'ms'))
  if ('count' in values) return figure('rate', '1/s')
  return figure('passes' in values && !('rate' in values) ? 'value' : 'rate', 'ratio')
}

function objects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.filter(isFigure) : []
}
