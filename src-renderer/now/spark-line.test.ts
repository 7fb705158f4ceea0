import { expect, it } from 'vitest'
import { sparkPath } from './spark-line'

it('gaps are gaps, and a lonely value is a dot', () => {
  expect(sparkPath([0, 10, null, 5, null])).toBe('M0.0 20.5L28.0 1.5M84.0 11.0h1')
})

it('nothing draws nothing', () => {
  expect(sparkPath([])).toBe('')
  expect(sparkPath([null, null])).toBe('')
})
