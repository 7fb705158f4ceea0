import { expect, it } from 'vitest'
import { snoozeTimes, wakeTime } from './snooze-times'

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

it('says the hour of a case that comes back within a day, else the day', () => {
  const now = new Date(2026, 10, 22, 18, 30).getTime()
  const [hour, , days] = snoozeTimes(now)
  expect(wakeTime(hour?.until ?? 0, now)).toBe('19:30')
  expect(wakeTime(days?.until ?? 0, now)).toMatch(/25/)
})
