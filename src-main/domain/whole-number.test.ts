import { expect, test } from 'vitest'
import { JsonNumber } from './json-document'
import { kilobytes, wholeNumber } from './whole-number'

test.each([
  [0, '0.0'],
  [1024, '1.0'],
  [1152, '1.12'],
  [1408, '1.38'],
  [128, '0.12'],
  [384, '0.38'],
  [640, '0.62'],
  [896, '0.88'],
  [350, '0.34'],
  [10_240, '10.0'],
  [1536, '1.5'],
])('%d bytes are %s KB, ties to even', (bytes, text) => {
  expect(kilobytes(bytes).text).toBe(text)
})

test.each([
  [undefined, 0n],
  [null, 0n],
  ['', 0n],
  [false, 0n],
  [true, 1n],
  ['7', 7n],
  [' +7 ', 7n],
  [new JsonNumber('7'), 7n],
  [new JsonNumber('2.7'), 2n],
  [new JsonNumber('12345678901234567890'), 12345678901234567890n],
  ['seven', null],
  ['2.7', null],
  [new JsonNumber('NaN'), null],
  [['a'], null],
  [[], 0n],
])('reads a stored count as the other programs do: %j', (value, count) => {
  expect(wholeNumber(value)).toBe(count)
})
