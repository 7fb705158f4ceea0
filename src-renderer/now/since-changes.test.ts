import { expect, it } from 'vitest'
import { changesSince } from './since-changes'

const nothing = { count: 0, missions: [] }
const since = { at: 100, completed: nothing, blocked: nothing, started: nothing, events: 0, more: false }
const range = { from: 100, to: 200 }
const regression = {
  unit: null,
  direction: 'lower',
  change: 0.2,
  certainty: 'confirmed',
  confidence: 0.99,
  level: 1,
  broken: false,
} as const

it('says nothing of what did not happen', () => {
  expect(changesSince(since, { range, fallbacks: 0, open: undefined })).toEqual([])
})

it('leads to the evidence in the range since the operator left, and passes over what was known', () => {
  const open = {
    regressions: [
      { ...regression, metric: 'old', since: 50 },
      { ...regression, metric: 'new', since: 150 },
    ],
    count: 2,
    metrics: 5,
  }
  const found = changesSince(
    { ...since, completed: { count: 7, missions: ['a', 'b'] }, events: 2_000, more: true },
    { range, fallbacks: 1, open },
  )
  expect(found.map(({ count, word, to, search }) => [count, word, to, search])).toEqual([
    [1, 'new regression', '/benchmarks', { metric: 'new' }],
    [1, 'fallback', '/telemetry', { ...range, statuses: ['fallback'] }],
    [7, 'completed', '/timeline', { ...range, actions: ['complete'] }],
    [2_000, 'events in all', '/timeline', range],
  ])
  expect(found.at(-1)?.more).toBe(true)
})
