import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bucketsOf } from './time-buckets'

const HOUR = 3_600_000

it.each([
  [HOUR, 100, 60_000],
  [24 * HOUR, 100, 15 * 60_000],
  [24 * HOUR, 24, HOUR],
  [30 * 24 * HOUR, 400, 3 * HOUR],
  [3650 * 24 * HOUR, 10, 3650 * 24 * HOUR],
])('a range of %i ms in at most %i buckets has buckets of at most %i ms', (length, most, bucket) => {
  const from = Date.UTC(2026, 0, 1)
  expect(bucketsOf({ from, to: from + length }, most).bucket).toBeLessThanOrEqual(bucket)
})

it('any range is covered by at most as many buckets as asked for, all of one size', () => {
  const instant = fc.integer({ min: 0, max: Date.UTC(2100, 0) })
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 1, max: 4e12 }),
      fc.integer({ min: 10, max: 1000 }),
      (from, length, most) => {
        const { range, bucket, count } = bucketsOf({ from, to: from + length }, most)
        expect(range.from).toBeLessThanOrEqual(from)
        expect(range.to).toBeGreaterThanOrEqual(from + length)
        expect(range.from + count * bucket).toBe(range.to)
        expect(count).toBeLessThanOrEqual(most)
      },
    ),
  )
})
