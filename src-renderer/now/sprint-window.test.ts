import { describe, expect, it } from 'vitest'
import { sprintRemaining, sprintWindow } from './sprint-window'

describe('sprintWindow', () => {
  it.each([
    ['2026-11-10', '2026-11-25T18:27:09Z', 'Nov 10 to Nov 25'],
    ['2026-11-10', null, 'since Nov 10'],
    [null, '2026-11-25', 'until Nov 25'],
    ['soon', '', 'since soon'],
    [null, null, ''],
  ])('from %j to %j is %j', (startDate, endDate, text) => {
    expect(sprintWindow({ startDate, endDate })).toBe(text)
  })
})

describe('sprintRemaining', () => {
  const now = Date.UTC(2026, 10, 22, 12)

  it.each([
    ['2026-11-25T12:00:00Z', '3 days left'],
    ['2026-11-23T00:00:00Z', '1 day left'],
    ['2026-11-22T00:00:00Z', 'ends today'],
    ['2026-11-12T12:00:00Z', '10 days over'],
    ['some day', null],
    [null, null],
  ])('%j: %s', (endDate, text) => {
    expect(sprintRemaining(endDate, now)).toBe(text)
  })
})
