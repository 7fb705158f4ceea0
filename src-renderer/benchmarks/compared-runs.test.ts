import { expect, it } from 'vitest'
import { comparedRuns, comparison } from './compared-runs'

it.each([
  ['3..12', { before: 3, after: 12 }],
  ['baseline..12', { before: null, after: 12 }],
  ['-48123..-99', { before: -48123, after: -99 }],
])('the address %s names two runs, and back', (text, runs) => {
  expect(comparedRuns(text)).toEqual(runs)
  expect(comparison(runs.before, runs.after)).toBe(text)
})

it.each([[undefined], ['12'], ['a..b'], ['1..2; drop'], ['..']])('%s names none', (text) => {
  expect(comparedRuns(text)).toBeNull()
})
