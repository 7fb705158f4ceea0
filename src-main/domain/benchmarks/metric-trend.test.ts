import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../engine/sample/seeded-random'
import { type MetricTrend, metricTrend, type TrendRule } from './metric-trend'
import { type Course, type NoiseKind, syntheticSeries } from './synthetic-series'

const RULE: TrendRule = { direction: 'lower', baseline: null, acceptedFrom: 0, leastChange: 0.03 }
const SERIES = 100
const KINDS = ['normal', 'outliers', 'skewed'] as const

/** The share of a hundred series of which `is` holds. */
function share(length: number, kind: NoiseKind, course: Course, is: (trend: MetricTrend) => boolean): number {
  const { next } = seededRandom(11)
  const trends = Array.from({ length: SERIES }, () => metricTrend(syntheticSeries(length, kind, course, next), RULE))
  return trends.filter(is).length / SERIES
}

const level: Course = () => 0
const step =
  (from: number, height: number): Course =>
  (at) =>
    at < from ? 0 : height
const confirmed = ({ certainty }: MetricTrend) => certainty === 'confirmed'
const worse = ({ verdict }: MetricTrend) => verdict === 'regressed'

describe('over a hundred synthetic series', () => {
  it.each(KINDS)('%s noise alone confirms a step in at most three', (kind) => {
    expect(share(40, kind, level, confirmed)).toBeLessThanOrEqual(0.03)
  })

  it.each(KINDS)('%s noise alone makes a newest run suspect in at most twelve', (kind) => {
    expect(share(40, kind, level, worse)).toBeLessThanOrEqual(0.12)
  })

  it.each([
    ['normal', 0.95],
    ['outliers', 0.9],
    ['skewed', 0.9],
  ] as const)('with %s noise, a lasting step of three deviations is found after eight runs', (kind, found) => {
    expect(share(38, kind, step(30, 3), (trend) => worse(trend) && confirmed(trend))).toBeGreaterThanOrEqual(found)
  })

  it('a steady drift of five deviations over sixty runs is found in nearly all', () => {
    expect(share(60, 'normal', (at) => at / 12, worse)).toBeGreaterThanOrEqual(0.95)
  })

  it('a step of five deviations is at least suspect at its first run in most', () => {
    expect(share(31, 'normal', step(30, 5), worse)).toBeGreaterThanOrEqual(0.8)
  })
})

describe('the trend of a metric', () => {
  const flat = [100, 101, 99, 100, 102, 98, 100, 101, 99, 100]

  it('says nothing of fewer than five runs', () => {
    expect(metricTrend([1, 2, 3, 4], RULE)).toMatchObject({ verdict: 'few', level: 2.5, band: null })
  })

  it('confirms a level that lasts, and names its first run and the level before', () => {
    const trend = metricTrend([...flat, 120, 121, 119, 120, 122], RULE)
    expect(trend).toMatchObject({ verdict: 'regressed', certainty: 'confirmed', since: 10, reference: 100, level: 120 })
    expect(trend.change).toBeCloseTo(0.2, 9)
    expect(trend.confidence).toBeGreaterThan(0.99)
  })

  it('reads the same step as an improvement where higher is better', () => {
    const trend = metricTrend([...flat, 120, 121, 119, 120, 122], { ...RULE, direction: 'higher' })
    expect(trend).toMatchObject({ verdict: 'improved', certainty: 'confirmed' })
  })

  it('suspects one worse run, calls two likely, and takes one better run for luck', () => {
    expect(metricTrend([...flat, 120], RULE)).toMatchObject({ verdict: 'regressed', certainty: 'suspect', since: 10 })
    expect(metricTrend([...flat, 120, 121], RULE)).toMatchObject({ verdict: 'regressed', certainty: 'likely' })
    expect(metricTrend([...flat, 80], RULE)).toMatchObject({ verdict: 'steady', certainty: null })
  })

  it('does not fall for one outlier in the past', () => {
    expect(metricTrend([...flat, 300, ...flat], RULE)).toMatchObject({ verdict: 'steady', steps: [] })
  })

  it('keeps a confirmed regression confirmed when the newest run is odd as well', () => {
    const trend = metricTrend([...flat, 120, 121, 119, 120, 122, 120, 121, 160], RULE)
    expect(trend).toMatchObject({ verdict: 'regressed', certainty: 'confirmed', since: 10 })
  })

  it('judges by the accepted baseline, so that an accepted level is steady', () => {
    const values = [...flat, 120, 121, 119, 120, 122]
    expect(metricTrend(values, { ...RULE, baseline: 120, acceptedFrom: 10 })).toMatchObject({ verdict: 'steady' })
    expect(metricTrend(values, { ...RULE, baseline: 100, acceptedFrom: 10 })).toMatchObject({
      verdict: 'regressed',
      certainty: 'likely',
      reference: 100,
    })
  })

  it('leaves alone what is smaller than the share that matters', () => {
    const tiny = [...flat.map((value) => 1000 + value / 100), ...flat.map((value) => 1005 + value / 100)]
    expect(metricTrend(tiny, RULE).verdict).toBe('steady')
    expect(metricTrend(tiny, { ...RULE, leastChange: 0.001 }).verdict).toBe('regressed')
  })

  it('notices the first incident of a metric that was always zero', () => {
    expect(metricTrend([0, 0, 0, 0, 0, 0, 1], RULE)).toMatchObject({ verdict: 'regressed', certainty: 'suspect' })
  })
})

it('a step is put where it is, even when the highest run stands right before it', () => {
  const before = [2315, 2350, 2345, 2352, 2262, 2280, 2331, 2256, 2302, 2240, 2368, 2349, 2260, 2310, 2236, 2245, 2361]
  const values = [...before, 2950, 3010, 2850, 2999]
  const rule = { direction: 'lower', baseline: null, acceptedFrom: 0, leastChange: 0.03 } as const
  expect(metricTrend(values, rule)).toMatchObject({ certainty: 'confirmed', since: before.length })
})
