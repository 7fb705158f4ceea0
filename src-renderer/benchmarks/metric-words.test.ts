import { describe, expect, it } from 'vitest'
import type { MetricOverview } from '../../src-main/domain/benchmarks/benchmark-overview'
import {
  figureWords,
  isOpen,
  limitOf,
  lookOf,
  metricSentence,
  shareWords,
  sureWords,
  verdictWords,
} from './metric-words'

const trend: MetricOverview['trend'] = {
  verdict: 'regressed',
  certainty: 'confirmed',
  confidence: 0.99849,
  reference: 100,
  level: 127,
  change: 0.27,
  band: null,
  steps: [],
  since: 0,
}
const metric: MetricOverview = {
  metric: 'latency',
  unit: 'ms',
  direction: 'lower',
  points: [{ run: 1, at: 0, value: 127 }],
  runs: 1,
  trend,
  baseline: null,
  threshold: null,
  broken: false,
  decision: null,
}

describe('a verdict', () => {
  it.each([
    [trend, 'regressed, confirmed, 99.8 % sure', 'regressed'],
    [{ ...trend, certainty: 'likely', confidence: null } as const, 'regressed, likely', 'regressed'],
    [{ ...trend, certainty: 'suspect', confidence: null } as const, 'suspect: one run', 'suspect'],
    [{ ...trend, verdict: 'steady', certainty: null, confidence: null } as const, 'steady', 'steady'],
    [{ ...trend, verdict: 'few', certainty: null, confidence: null } as const, 'too few runs to judge', 'few'],
  ])('is said with how sure it is', (judged, words, look) => {
    expect(verdictWords({ trend: judged })).toBe(words)
    expect(lookOf({ trend: judged })).toBe(look)
  })

  it('never claims to be certain', () => {
    expect(sureWords(0.99999999)).toBe('over 99.9 % sure')
    expect(sureWords(0.9989)).toBe('99.8 % sure')
  })

  it('is open until somebody decides', () => {
    expect(isOpen(metric)).toBe(true)
    expect(isOpen({ ...metric, trend: { ...trend, verdict: 'steady' } })).toBe(false)
    expect(isOpen({ ...metric, broken: true, trend: { ...trend, verdict: 'steady' } })).toBe(true)
    const decision = { kind: 'dismissed', by: 'Ada', at: 0, reason: null, since: 1 } as const
    expect(isOpen({ ...metric, broken: true, decision })).toBe(false)
  })

  it('is a sentence for those who do not see the chart', () => {
    expect(metricSentence(metric)).toBe(
      'regressed, confirmed, 99.8 % sure, last value 127 ms, +27 % against the level before of 100 ms, lower is better.',
    )
  })
})

it.each([
  [2934, '2,934'],
  [0.92834, '0.9283'],
  [-12.5, '−12.5'],
  [1234567.8, '1,234,568'],
])('the figure %f is %s', (value, words) => {
  expect(figureWords(value)).toBe(words)
})

it('shares carry their sign', () => {
  expect([0.27, -0.031, 0].map(shareWords)).toEqual(['+27 %', '−3.1 %', '0 %'])
})

describe('a limit', () => {
  const baseline = { value: 200, run: null, at: null, by: null, reason: null }

  it.each([
    [{ kind: 'limit', value: 150 } as const, 'lower' as const, 150],
    [{ kind: 'improvement', value: 0.25 } as const, 'lower' as const, 150],
    [{ kind: 'improvement', value: 0.25 } as const, 'higher' as const, 250],
  ])('of %j where %s is better lies at %i', (threshold, direction, at) => {
    expect(limitOf({ ...metric, threshold, direction, baseline })).toBe(at)
  })

  it('that asks for an improvement needs a baseline', () => {
    expect(limitOf({ ...metric, threshold: { kind: 'improvement', value: 0.25 } })).toBeNull()
  })
})
