import { expect, it } from 'vitest'
import { placeInRun } from './event-runs'

function places(log: readonly (readonly [mission: string | null, action: string | null])[]) {
  const open = new Map<string, number>()
  return log.map(([mission, action], at) => {
    const found = placeInRun(open, { id: at + 1, mission, action })
    return found && `${found.run} ${found.place}`
  })
}

it('a start opens a run, and the next completion or block of the mission ends it', () => {
  const log = [
    ['A', 'start'],
    ['B', 'start'],
    ['A', 'note'],
    ['A', 'complete'],
    ['B', 'blocked'],
    ['A', 'note'],
  ] as const
  expect(places(log)).toEqual(['1 start', '2 start', '1 middle', '1 end', '2 end', null])
})

it('a second start begins a new run, and what ends without a start belongs to none', () => {
  expect(
    places([
      ['A', 'start'],
      ['A', 'start'],
      ['A', 'complete'],
      ['A', 'complete'],
      [null, 'start'],
    ]),
  ).toEqual(['1 start', '2 start', '2 end', null, null])
})
