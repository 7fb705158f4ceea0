import { describe, expect, it } from 'vitest'
import { readBenchmarks } from './read-benchmarks'

function only(value: unknown) {
  const { runs, problems } = readBenchmarks(JSON.stringify(value))
  expect(problems).toEqual([])
  expect(runs).toHaveLength(1)
  return runs[0]
}

describe('a benchmark file', () => {
  it('of lines gives a run a line, with its own names, units, directions and samples', () => {
    const line = (ts: string, value: number) =>
      JSON.stringify({
        ts,
        run: 'bench-1',
        commit: 'abc',
        branch: 'main',
        machine: 'two cores',
        metrics: { wait: { value, unit: 'ms', direction: 'lower', samples: [1, 2] }, reliability_score: 0.9 },
      })
    const { runs, problems } = readBenchmarks(
      `${line('2026-01-01T00:00:00Z', 5)}\n\n${line('2026-01-02 00:00:00', 6)}\n`,
    )
    expect(problems).toEqual([])
    expect(runs.map(({ at }) => at)).toEqual([Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2)])
    expect(runs[0]).toMatchObject({ commit: 'abc', branch: 'main', machine: 'two cores', label: 'bench-1' })
    expect(runs[1]?.figures).toEqual([
      { metric: 'wait', value: 6, unit: 'ms', direction: 'lower', samples: [1, 2] },
      { metric: 'reliability_score', value: 0.9, unit: null, direction: 'higher', samples: [] },
    ])
  })

  it('names every line that it could not read, and why', () => {
    const { runs, problems } = readBenchmarks(
      '{"ts":"2026-01-01","wait":3}\n{"wait":\n[1]\n{"ts":"2026-01-02","say":"hi"}\n',
    )
    expect(runs).toHaveLength(1)
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4])
    expect(problems[0]?.reason).toContain('{"wait":')
    expect(readBenchmarks('  ').problems[0]?.reason).toBe('The file is empty.')
    expect(readBenchmarks('"text"').problems[0]?.reason).toBe('It holds no object.')
  })

  it('with numbers beside the time takes them for metrics, and the time for none', () => {
    const run = only({ timestamp: 1_767_225_600, version: 3, latency_ms: 12 })
    expect(run?.at).toBe(Date.UTC(2026, 0, 1))
    expect(run?.figures.map(({ metric }) => metric)).toEqual(['latency_ms'])
  })

  it('of baselines and enhancements gives the enhanced figures', () => {
    const run = only({ execution_time: { baseline: 3600, enhanced: 2400, unit: 'seconds' } })
    expect(run?.figures).toEqual([
      { metric: 'execution_time', value: 2400, unit: 'seconds', direction: 'lower', samples: [] },
    ])
  })

  it('of github-action-benchmark is read as history, as the published script and as one input', () => {
    const entry = {
      commit: { id: 'f00', timestamp: '2026-01-01T10:00:00Z' },
      date: 1_767_265_200_000,
      tool: 'customBiggerIsBetter',
      benches: [{ name: 'parse', value: 5, unit: 'MB/s', range: '± 2' }],
    }
    const { runs } = readBenchmarks(
      `window.BENCHMARK_DATA = ${JSON.stringify({ entries: { Parser: [entry, entry] } })};`,
    )
    expect(runs).toHaveLength(2)
    expect(runs[0]).toMatchObject({ at: 1_767_265_200_000, commit: 'f00' })
    expect(runs[0]?.figures).toEqual([
      { metric: 'Parser/parse', value: 5, unit: 'MB/s', direction: 'higher', samples: [] },
    ])
    expect(only([{ name: 'a', value: '12.5', unit: 'ms' }])?.figures[0]).toMatchObject({ metric: 'a', value: 12.5 })
  })

  it('of hyperfine gives the median in seconds with every single time', () => {
    const run = only({
      results: [{ command: 'cmos mission next', mean: 0.05, median: 0.048, times: [0.047, 0.048, 0.055] }],
    })
    expect(run?.figures).toEqual([
      { metric: 'cmos mission next', value: 0.048, unit: 's', direction: 'lower', samples: [0.047, 0.048, 0.055] },
    ])
  })

  it('of Vitest gives each benchmark under its group, in milliseconds', () => {
    const bench = { name: 'fast', mean: 1.2, median: 1.1, hz: 830, samples: [] }
    const run = only({
      files: [{ filepath: 'a.bench.ts', groups: [{ fullName: 'a.bench.ts > sort', benchmarks: [bench] }] }],
    })
    expect(run?.figures[0]).toMatchObject({ metric: 'a.bench.ts > sort > fast', value: 1.1, unit: 'ms' })
  })

  it.each([
    ['exported', (values: object) => values],
    ['handled', (values: object) => ({ type: 'trend', contains: 'time', values })],
  ])('of k6, %s, gives the percentiles of trends and the rates of the others', (_name, shape) => {
    const run = only({
      metrics: {
        http_req_duration: shape({ avg: 10, min: 1, med: 9, max: 80, 'p(90)': 20, 'p(95)': 30 }),
        http_reqs: shape({ count: 100, rate: 12.5 }),
      },
    })
    expect(run?.figures).toEqual([
      { metric: 'http_req_duration avg', value: 10, unit: 'ms', direction: 'lower', samples: [] },
      { metric: 'http_req_duration med', value: 9, unit: 'ms', direction: 'lower', samples: [] },
      { metric: 'http_req_duration p(90)', value: 20, unit: 'ms', direction: 'lower', samples: [] },
      { metric: 'http_req_duration p(95)', value: 30, unit: 'ms', direction: 'lower', samples: [] },
      { metric: 'http_reqs rate', value: 12.5, unit: '1/s', direction: 'higher', samples: [] },
    ])
  })

  it.each([
    ['error_rate', '1/s', 'lower'],
    ['requests', 'req/s', 'higher'],
    ['reliability_score', 'ratio', 'higher'],
    ['security_incidents', 'count', 'lower'],
    ['token_efficiency', 'tokens', 'lower'],
  ])('takes %s in %s for better when %s', (metric, unit, direction) => {
    expect(only({ ts: '2026-01-01', metrics: { [metric]: { value: 1, unit } } })?.figures[0]?.direction).toBe(direction)
  })
})
