import { describe, expect, test } from 'vitest'
import { formatAge, formatAgeLong, formatBytes, formatCounted, formatStored } from './format'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('an age', () => {
  const cases: [number, string, string][] = [
    [-5 * MINUTE, 'now', 'less than a minute'],
    [59_000, 'now', 'less than a minute'],
    [MINUTE, '1m', '1 minute'],
    [3 * HOUR + 20 * MINUTE, '3h', '3 hours 20 minutes'],
    [7 * DAY + 16 * HOUR, '7d', '7 days 16 hours'],
    [2 * DAY + 5 * MINUTE, '2d', '2 days 5 minutes'],
    [400 * DAY, '1y', '400 days'],
  ]
  test.each(cases)('of %d ms is short in lists and spelled out elsewhere', (age, short, long) => {
    expect(formatAge(age)).toBe(short)
    expect(formatAgeLong(age)).toBe(long)
  })
})

test('a count takes the word that fits it', () => {
  expect(formatCounted(1, 'mission')).toBe('1 mission')
  expect(formatCounted(1204, 'mission')).toBe('1,204 missions')
})

test('a stored time that is no date is shown as it stands in the store', () => {
  expect(formatStored({ at: null, raw: 'next tuesday' })).toBe('“next tuesday” (not a date)')
  expect(formatStored({ at: null, raw: null })).toBe('unknown')
})

test('sizes are told in the unit one thinks in', () => {
  expect([0, 812, 1_000, 4_001, 999_999, 1_234_567, 2_500_000_000].map(formatBytes)).toEqual([
    '0 B',
    '812 B',
    '1 KB',
    '5 KB',
    '1,000 KB',
    '1.2 MB',
    '2.5 GB',
  ])
})
