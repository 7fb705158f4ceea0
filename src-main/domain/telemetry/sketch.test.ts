import fc from 'fast-check'
import { expect, it } from 'vitest'
import { binOf, quantile, SKETCH_ERROR, valueOfBin } from './sketch'

it('the value of a bin is within one per cent of every value in it', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), (value) => {
      expect(Math.abs(valueOfBin(binOf(value)) - value)).toBeLessThanOrEqual(value * SKETCH_ERROR * 1.0001)
      expect(valueOfBin(binOf(-value))).toBe(-valueOfBin(binOf(value)))
    }),
  )
  expect(valueOfBin(binOf(0))).toBe(0)
})

it('larger values have larger bins', () => {
  const values = [-1000, -3, -0.01, 0, 0.01, 3, 1000]
  expect(values.map(binOf)).toEqual(values.map(binOf).toSorted((a, b) => a - b))
})

it.each([
  [0.5, 20],
  [0.95, 40],
  [0, 10],
  [1, 40],
  [0.25, 10],
])('the quantile %f of four values is %i, by the nearest rank', (q, expected) => {
  expect(
    quantile(
      [
        [10, 1],
        [20, 1],
        [30, 1],
        [40, 1],
      ],
      q,
    ),
  ).toBe(expected)
  expect(quantile([], q)).toBeNull()
})

it('counts weigh', () => {
  expect(
    quantile(
      [
        [1, 98],
        [500, 2],
      ],
      0.5,
    ),
  ).toBe(1)
  expect(
    quantile(
      [
        [1, 98],
        [500, 2],
      ],
      0.99,
    ),
  ).toBe(500)
})
