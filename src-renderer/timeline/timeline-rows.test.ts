import { expect, test } from 'vitest'
import { EVERYTHING, type PlanningSession, type TimelineEvent } from '../../src-main/domain/timeline/timeline'
import { fittingSessions, timelineRows } from './timeline-rows'

const DAY = 86_400_000

function event(id: number, shownAt: number | null): TimelineEvent {
  const time = { at: shownAt, raw: null }
  return {
    id,
    time,
    agent: null,
    mission: null,
    action: null,
    status: null,
    summary: null,
    nextHint: null,
    needs: [],
    shownAt,
    oddities: [],
    run: null,
  }
}

function session(id: string, startedAt: number | null, more: Partial<PlanningSession> = {}): PlanningSession {
  const nothing = { title: null, agent: null, status: null, completedAt: null, summary: null, captures: [] }
  return { id, startedAt, ...nothing, ...more }
}

function keys(events: TimelineEvent[], sessions: PlanningSession[] = [], top = true, bottom = true) {
  return timelineRows({ events, sessions, top, bottom }).map(({ key }) => key)
}

test('each day has a heading, and what no time is known of has one of its own', () => {
  const events = [event(5, 2 * DAY + 5), event(4, 2 * DAY), event(3, DAY + 9), event(2, null)]
  expect(keys(events)).toEqual([
    `day ${2 * DAY}`,
    'event 5',
    'event 4',
    `day ${DAY}`,
    'event 3',
    'day unknown',
    'event 2',
  ])
})

test('planning sessions stand where they began; those beyond what is loaded wait', () => {
  const events = [event(3, DAY + 30), event(2, DAY + 10)]
  const sessions = [session('new', 2 * DAY), session('between', DAY + 20), session('old', 5), session('timeless', null)]
  const day = `day ${DAY}`
  expect(keys(events, sessions, false, false)).toEqual([day, 'event 3', 'session between', 'event 2'])
  expect(keys(events, sessions)).toEqual([
    `day ${2 * DAY}`,
    'session new',
    day,
    'event 3',
    'session between',
    'event 2',
    'day 0',
    'session old',
  ])
})

test('a log that comes back to a day heads it anew, under another key', () => {
  const found = keys([event(3, DAY), event(2, 0), event(1, DAY + 1)])
  expect(new Set(found).size).toBe(found.length)
})

test('a filter leaves the sessions that it is about', () => {
  const capture = { kind: 'decision', text: 'Keep the ledger', at: null }
  const all = [session('a', 10, { agent: 'ada', captures: [capture] }), session('b', 20, { agent: 'bob' })]
  const left = (filter: Partial<typeof EVERYTHING>) =>
    fittingSessions(all, { ...EVERYTHING, ...filter }).map(({ id }) => id)
  expect(left({})).toEqual(['a', 'b'])
  expect(left({ agents: ['bob'] })).toEqual(['b'])
  expect(left({ text: 'LEDGER keep' })).toEqual(['a'])
  expect(left({ range: { from: 15, to: 30 } })).toEqual(['b'])
  expect(left({ missions: ['M1'] })).toEqual([])
})
