import { expect, it } from 'vitest'
import { snoozeTimes } from './snooze-times'

it('offers times to come, each later than the one before', () => {
  const now = new Date(2026, 10, 22, 18, 30).getTime()
  const times = snoozeTimes(now).map(({ until }) => new Date(until))
  expect(times).toEqual([
    new Date(2026, 10, 22, 19, 30),
    new Date(2026, 10, 23, 9, 0),
    new Date(2026, 10, 25, 18, 30),
    new Date(2026, 10, 29, 18, 30),
  ])
})
