import { describe, expect, it } from 'vitest'
import { rankSumP, ranks } from './rank-sum'

describe('the rank sum test', () => {
  it('shares the mean rank among ties and counts them', () => {
    expect(ranks([10, 30, 20, 20])).toEqual({ ranks: [1, 4, 2.5, 2.5], ties: 6 })
  })

  // Two-sided p values of completely separated samples: 2 / C(n + m, n).
  it.each([
    [3, 3, 2 / 20],
    [5, 5, 2 / 252],
    [4, 16, 2 / 4845],
  ])('is exact for %i and %i separated values', (left, right, p) => {
    const low = Array.from({ length: left }, (_, at) => at)
    const high = Array.from({ length: right }, (_, at) => 100 + at)
    expect(rankSumP(low, high)).toBeCloseTo(p, 12)
    expect(rankSumP(high, low)).toBeCloseTo(p, 12)
  })

  it('agrees with a published table in the middle of the distribution', () => {
    // Mann-Whitney U = 4 of 4 and 6 values: one-sided 0.0571 (Siegel 1956, table J).
    expect(rankSumP([1, 2, 3, 8], [4, 5, 6, 7, 9, 10])).toBeCloseTo(2 * 0.0571, 3)
  })

  it('counts ties exactly too', () => {
    // Of the 6 choices of two among the ranks 1.5, 1.5, 3.5, 3.5, one is as low and one as high as the first two.
    expect(rankSumP([1, 1], [2, 2])).toBeCloseTo(2 / 6, 12)
  })

  it('goes over smoothly from the exact count to the normal distribution', () => {
    const from = (start: number, length: number) => Array.from({ length }, (_, at) => start + at * 2)
    const exact = rankSumP(from(0, 24), from(11, 24))
    const approximate = rankSumP(from(0, 25), from(11, 25))
    expect(exact).toBeGreaterThan(0.01)
    expect(Math.abs(exact - approximate)).toBeLessThan(0.01)
  })

  it('finds no difference between equal values, nor in nothing', () => {
    expect(rankSumP([5, 5, 5, 5], [5, 5, 5, 5])).toBe(1)
    expect(rankSumP([], [1])).toBe(1)
  })
})
