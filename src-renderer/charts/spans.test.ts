import { expect, test } from 'vitest'
import { drawnRange, rangeOfSpan, SHORTEST, scaled, shifted } from './spans'

const HOUR = 3_600_000
const now = Date.UTC(2026, 10, 22, 14, 20, 7)

test('a named span ends just after the present and stands still for a while', () => {
  const { from, to } = rangeOfSpan('24h', now, null)
  expect(to).toBeGreaterThan(now)
  expect(to - from).toBe(24 * HOUR)
  expect(rangeOfSpan('24h', now + 60_000, null)).toEqual({ from, to })
})

test('everything is as long as what there is', () => {
  const extent = { from: Date.UTC(2026, 0, 3, 5), to: Date.UTC(2026, 2, 1, 5) }
  expect(rangeOfSpan('all', now, extent)).toEqual({ from: Date.UTC(2026, 0, 3), to: Date.UTC(2026, 2, 2) })
})

test('a range moves by shares of its length and scales around its middle', () => {
  expect(shifted({ from: 0, to: HOUR }, -0.5)).toEqual({ from: -HOUR / 2, to: HOUR / 2 })
  expect(scaled({ from: HOUR, to: 3 * HOUR }, 2)).toEqual({ from: 0, to: 4 * HOUR })
})

test('a drawn range is never too short to show anything', () => {
  const { from, to } = drawnRange({ from: now, to: now + 1_000 })
  expect(to - from).toBe(SHORTEST)
})
