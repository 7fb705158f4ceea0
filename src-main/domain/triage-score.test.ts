import { describe, expect, it } from 'vitest'
import { isStale, STALE_AFTER } from './staleness'
import { triageScore } from './triage-score'

const NOW = Date.UTC(2026, 0, 15)
const HOUR = 3_600_000

describe('the triage score', () => {
  it.each([
    [0, 0, 1],
    [0, 2, 2],
    [1, 0, 2],
    [3, 14, 16],
    [11, 62, 72],
  ])('of a mission that holds %i and waits %i hours is %i', (held, hours, score) => {
    expect(triageScore(held, NOW - hours * HOUR, NOW)).toBeCloseTo(score, 9)
  })

  it('counts an unknown or future wait as none', () => {
    expect(triageScore(0, null, NOW)).toBe(1)
    expect(triageScore(0, NOW + HOUR, NOW)).toBe(1)
  })
})

describe('a mission In Progress', () => {
  it('is stale after an hour without an event', () => {
    expect(isStale(NOW - 9 * HOUR, NOW - STALE_AFTER, NOW)).toBe(true)
    expect(isStale(NOW - 9 * HOUR, NOW - STALE_AFTER + 1, NOW)).toBe(false)
  })

  it('counts its start as a sign of life', () => {
    expect(isStale(NOW - 1000, NOW - 9 * HOUR, NOW)).toBe(false)
    expect(isStale(NOW - 9 * HOUR, null, NOW)).toBe(true)
  })

  it('is not called stale when no time is known', () => {
    expect(isStale(null, null, NOW)).toBe(false)
  })
})
