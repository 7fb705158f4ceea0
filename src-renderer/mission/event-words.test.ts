import { describe, expect, it } from 'vitest'
import { eventGlyph, eventLine, eventTime } from './event-words'

const event = {
  id: 1,
  time: { at: null, raw: null },
  agent: null,
  mission: 'B1',
  action: null as string | null,
  status: null as string | null,
  summary: null as string | null,
  nextHint: null,
  needs: [],
}

describe('eventGlyph', () => {
  it.each([
    ['start', 'in_progress', 'In Progress'],
    ['complete', 'completed', 'Completed'],
    ['blocked', 'blocked', 'Blocked'],
    ['unblock', 'Queued', 'Queued'],
    ['unblock', null, 'Queued'],
    ['update', 'Current', 'Current'],
    ['capture', 'active', null],
    [null, null, null],
  ])('for %s, %s it is %s', (action, status, glyph) => {
    expect(eventGlyph({ action, status })).toBe(glyph)
  })
})

describe('eventTime', () => {
  const now = new Date(2026, 10, 22, 14, 0).getTime()

  it('is a time of day for today, a day before, a month long ago', () => {
    expect(eventTime(new Date(2026, 10, 22, 9, 5).getTime(), now)).toBe('09:05')
    expect(eventTime(new Date(2026, 10, 21, 23, 0).getTime(), now)).toBe('Nov 21')
    expect(eventTime(new Date(2024, 0, 3).getTime(), now)).toBe('Jan 2024')
  })
})

describe('eventLine', () => {
  it('prefers the summary and falls back to what happened', () => {
    expect(eventLine({ ...event, summary: ' Loader split ', action: 'complete' })).toBe('Loader split')
    expect(eventLine({ ...event, action: 'start', status: 'in_progress' })).toBe('start, in_progress')
    expect(eventLine(event)).toBe('no summary')
  })
})
