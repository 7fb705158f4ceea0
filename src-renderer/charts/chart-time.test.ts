import { expect, test } from 'vitest'
import { bucketWords, formatBucket, formatRange, formatTimeTick, perBucket, timeTicks } from './chart-time'

const DAY = 86_400_000
const from = Date.UTC(2026, 9, 24)

test('ticks stand on round times inside the range', () => {
  const range = { from, to: from + 30 * DAY }
  const ticks = timeTicks(range)
  expect(ticks.every((at) => new Date(at).getUTCDay() === 1)).toBe(true)
  expect(ticks.every((at) => at >= range.from && at < range.to)).toBe(true)
  expect(timeTicks({ from: from + 1, to: from + 3_600_000 }).map((at) => (at - from) / 60_000)).toEqual([15, 30, 45])
})

test('a tick is a day, or a time of day inside a short range', () => {
  expect(formatTimeTick(from, { from, to: from + 30 * DAY })).toBe('Oct 24')
  expect(formatTimeTick(from + DAY / 4, { from, to: from + DAY })).toBe('06:00')
})

test('buckets and ranges say their zone', () => {
  expect(formatBucket(from, DAY)).toBe('Oct 24 UTC')
  expect(formatBucket(from, DAY / 8)).toBe('Oct 24, 00:00 to 03:00 UTC')
  expect(formatRange({ from, to: from + 30 * DAY })).toBe('Oct 24 to Nov 22, UTC')
  expect([bucketWords(DAY / 8), perBucket(DAY), perBucket(DAY / 24)]).toEqual(['3 h buckets', 'per day', 'per hour'])
})
