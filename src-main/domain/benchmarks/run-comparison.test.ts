import { describe, expect, it } from 'vitest'
import { compareRuns } from './run-comparison'

const RULE = { direction: 'lower', deviation: null, leastChange: 0.01 } as const
const around = (middle: number) => [-3, -2, -1, 0, 1, 2, 3].map((by) => middle + by)
const run = (value: number, samples: readonly number[] = []) => ({ value, samples })

describe('two runs beside each other', () => {
  it('are told apart by their samples, with the interval of the shift', () => {
    const compared = compareRuns(run(100, around(100)), run(110, around(110)), RULE)
    expect(compared).toMatchObject({ verdict: 'worse', difference: 10, change: 0.1, basis: 'samples' })
    expect(compared.confidence).toBeGreaterThan(0.99)
    expect(compared.interval?.low).toBeGreaterThan(5)
    expect(compared.interval?.high).toBeLessThan(15)
  })

  it('are better where higher is better', () => {
    const compared = compareRuns(run(100, around(100)), run(110, around(110)), { ...RULE, direction: 'higher' })
    expect(compared.verdict).toBe('better')
  })

  it('stay unclear while their samples overlap', () => {
    expect(compareRuns(run(100, around(100)), run(101.5, around(101.5)), RULE).verdict).toBe('unclear')
  })

  it('without samples rest on how the other runs scatter', () => {
    const sure = compareRuns(run(100), run(120), { ...RULE, deviation: 2 })
    expect(sure).toMatchObject({ verdict: 'worse', basis: 'history' })
    const unsure = compareRuns(run(100), run(103), { ...RULE, deviation: 2 })
    expect(unsure).toMatchObject({ verdict: 'unclear', basis: 'history' })
    // A difference of one deviation of the difference is 68 % sure.
    expect(compareRuns(run(0), run(1), { ...RULE, deviation: Math.SQRT1_2 }).confidence).toBeCloseTo(0.6827, 3)
  })

  it('say so when nothing tells noise apart', () => {
    expect(compareRuns(run(100), run(120), RULE)).toMatchObject({
      verdict: 'unclear',
      confidence: null,
      interval: null,
      basis: 'none',
    })
  })

  it('are the same below the share that matters, and have no share of zero', () => {
    expect(compareRuns(run(1000), run(1005), { ...RULE, deviation: 0.1 }).verdict).toBe('same')
    expect(compareRuns(run(0), run(1), { ...RULE, deviation: 0 })).toMatchObject({ change: null, verdict: 'worse' })
  })

  it('of many samples are thinned without losing their shape', () => {
    const many = (middle: number) => Array.from({ length: 20_000 }, (_, at) => middle + (at % 100) / 10)
    const compared = compareRuns(run(100, many(100)), run(120, many(120)), RULE)
    expect(compared.interval?.low).toBeGreaterThan(18)
    expect(compared.interval?.high).toBeLessThan(22)
  })
})
