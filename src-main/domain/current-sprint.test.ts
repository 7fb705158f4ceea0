import { describe, expect, it } from 'vitest'
import { currentSprint, isFinishedSprint, isOpenSprint, type SprintActivity } from './current-sprint'

function sprint(id: string, over: Partial<SprintActivity> = {}): SprintActivity {
  return {
    id,
    status: 'Completed',
    startAt: null,
    missions: 5,
    active: 0,
    queued: 0,
    open: 0,
    lastActivity: null,
    ...over,
  }
}

describe('the current sprint', () => {
  it.each<[string, SprintActivity[], string | null]>([
    ['is none without sprints', [], null],
    [
      'is the one with work under way, whatever its status says',
      [sprint('a', { status: 'Active', open: 3 }), sprint('b', { status: 'Planned', active: 1, open: 1 })],
      'b',
    ],
    [
      'is never a dead one with work under way',
      [sprint('a', { status: 'Archived', active: 1 }), sprint('b', { status: 'Active', open: 1 })],
      'b',
    ],
    [
      'is the more recently active of two with work under way',
      [sprint('a', { active: 1, lastActivity: 10 }), sprint('b', { active: 1, lastActivity: 20 })],
      'b',
    ],
    [
      'is an open one with work left',
      [sprint('a', { status: 'Active' }), sprint('b', { status: 'Current', open: 2 })],
      'b',
    ],
    [
      'is an open one that has no missions yet',
      [sprint('a', { lastActivity: 9 }), sprint('b', { status: 'Active', missions: 0 })],
      'b',
    ],
    [
      'is the unfinished one heard of last',
      [
        sprint('a', { status: 'Planned', lastActivity: 5 }),
        sprint('b', { status: 'Queued', lastActivity: 7 }),
        sprint('c', { lastActivity: 99 }),
      ],
      'b',
    ],
    [
      'is the earliest with queued work',
      [
        sprint('a', { status: 'Planned', queued: 1, startAt: 20 }),
        sprint('b', { status: 'Planned', queued: 1, startAt: 10 }),
      ],
      'b',
    ],
    [
      'is the most recently finished when all are finished',
      [sprint('a', { lastActivity: 5 }), sprint('b', { lastActivity: 7 })],
      'b',
    ],
    [
      'goes by status when nothing ever happened',
      [sprint('a', { status: 'Completed' }), sprint('b', { status: 'Planned' })],
      'b',
    ],
    [
      'is the first when even the statuses say nothing',
      [sprint('a', { status: null }), sprint('b', { status: null })],
      'a',
    ],
  ])('%s', (_name, sprints, expected) => {
    expect(currentSprint(sprints)).toBe(expected)
  })

  it('knows open and finished statuses in any case', () => {
    expect(isOpenSprint('in progress')).toBe(true)
    expect(isOpenSprint(null)).toBe(false)
    expect(isFinishedSprint('COMPLETED')).toBe(true)
    expect(isFinishedSprint('Reverted')).toBe(true)
    expect(isFinishedSprint('Planned')).toBe(false)
  })
})
