import { expect, test } from 'vitest'
import { MOST_LANES, runRails } from './run-rails'

function event(id: number, run: number | null, place: 'start' | 'middle' | 'end' = 'middle', action = 'progress') {
  return { id, action, run: run === null ? null : { id: run, place, elapsed: null } }
}

/** Each row as its own rails: `lane part`. */
function drawn(rows: Parameters<typeof runRails>[0]) {
  return runRails(rows).map(({ own }) => own.map(({ lane, part }) => `${lane} ${part}`))
}

test('a run is a line from its last event down to its start', () => {
  const rows = [event(4, 1, 'end', 'complete'), event(3, null), event(2, 1), event(1, 1, 'start', 'start')]
  expect(drawn(rows)).toEqual([['0 top'], ['0 through'], ['0 middle'], ['0 bottom']])
  expect(runRails(rows)[0]?.own[0]?.end).toBe('complete')
})

test('runs that overlap stand side by side, and a lane that is free again is taken anew', () => {
  const rows = [event(6, 2), event(5, 1), event(2, 2), event(1, 1), event(8, 7), event(7, 7)]
  expect(drawn(rows)).toEqual([
    ['0 top'],
    ['0 through', '1 top'],
    ['0 bottom', '1 through'],
    ['1 bottom'],
    ['0 top'],
    ['0 bottom'],
  ])
})

test('a run whose start is not at hand has marks but no line', () => {
  expect(drawn([event(9, 1, 'end', 'blocked'), event(8, 1)])).toEqual([['0 alone'], ['0 alone']])
})

test('more runs at once than there are lanes go without a line', () => {
  const many = Array.from({ length: MOST_LANES + 2 }, (_, n) => n + 1)
  const rows = [
    ...many.map((run) => event(100 + run, run, 'end', 'complete')),
    ...many.map((run) => event(run, run, 'start', 'start')),
  ]
  expect(Math.max(...runRails(rows).map(({ own }) => own.length))).toBe(MOST_LANES)
})
