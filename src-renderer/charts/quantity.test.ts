import { expect, test } from 'vitest'
import { formatQuantity, formatTick, valueTicks } from './quantity'

test.each([
  [850, 'ms', '850 ms'],
  [1_420, 'ms', '1.42 s'],
  [180_000, 'ms', '3 min'],
  [28_600_000, 'tokens', '28.6M tokens'],
  [1_234, null, '1,234'],
  [0.0345, null, '0.0345'],
  [2_500_000, 'bytes', '2.5 MB'],
  [12.5, '%', '12.5 %'],
] as const)('%f in %s is said as %s', (value, unit, words) => {
  expect(formatQuantity(value, unit)).toBe(words)
})

test('an axis names no long unit on every tick', () => {
  expect(formatTick(2_000_000, 'tokens')).toBe('2M')
  expect(formatTick(500, 'ms')).toBe('500 ms')
})

test.each([
  [13.2, [0, 5, 10, 15]],
  [0.9, [0, 0.25, 0.5, 0.75, 1]],
  [60, [0, 20, 40, 60]],
])('an axis up to %f begins at zero and steps roundly', (max, ticks) => {
  expect(valueTicks(max)).toEqual(ticks)
})

test('an axis of counts has whole ticks only, even when there is nothing', () => {
  expect(valueTicks(0, 4, true)).toEqual([0, 1])
  expect(valueTicks(2, 4, true)).toEqual([0, 1, 2])
  expect(valueTicks(9, 4, true).every(Number.isInteger)).toBe(true)
})
