import { seededRandom } from './seeded-random'

const DAY = 24 * 3_600_000
const RUNS = 20

interface Metric {
  readonly baseline: number
  readonly enhanced: number
  readonly unit: string
  readonly digits: number
}

const METRICS: Readonly<Record<string, Metric>> = {
  token_efficiency: { baseline: 5_400, enhanced: 3_700, unit: 'tokens', digits: 0 },
  execution_time: { baseline: 3_480, enhanced: 2_310, unit: 'seconds', digits: 0 },
  reliability_score: { baseline: 0.71, enhanced: 0.93, unit: 'ratio', digits: 3 },
  security_incidents: { baseline: 3, enhanced: 0, unit: 'count', digits: 0 },
}

/** tests/performance/benchmarks.json: a baseline and the present figure for each metric. */
export function sampleBenchmarks(): string {
  const figures = Object.entries(METRICS).map(([name, { baseline, enhanced, unit }]) => [
    name,
    { baseline, enhanced, unit },
  ])
  return `${JSON.stringify(Object.fromEntries(figures), null, 2)}\n`
}

/** tests/performance/history.jsonl: twenty runs; execution time got worse four runs ago and stayed worse. */
export function sampleBenchmarkHistory(now: number): string[] {
  const random = seededRandom(40)
  return Array.from({ length: RUNS }, (_, index) => {
    const late = index >= RUNS - 4
    const metrics = Object.entries(METRICS).map(([name, { enhanced, unit, digits }]) => {
      const worse = name === 'execution_time' && late ? 1.27 : 1
      const value = Number((enhanced * worse * (1 + (random.next() - 0.5) * 0.06)).toFixed(digits))
      return [name, { value, unit }]
    })
    const ts = new Date(now - (RUNS - index) * 1.5 * DAY).toISOString().replace(/\.\d+Z$/, 'Z')
    return JSON.stringify({
      ts,
      run: `bench-${String(index + 1).padStart(3, '0')}`,
      commit: commitOf(index),
      branch: 'main',
      machine: late ? 'ci-runner-4, 2 cores' : 'ci-runner-3, 4 cores',
      metrics: Object.fromEntries(metrics),
    })
  })
}

/** A commit id that is the same for every sample. */
function commitOf(run: number): string {
  return Array.from({ length: 5 }, (_, part) =>
    (((run + 1) * 2_654_435_761 + part * 40_503) >>> 0).toString(16).padStart(8, '0'),
  ).join('')
}
