import { describe, expect, it } from 'vitest'
import { shownMissions } from './use-focused-mission'

const unknown = { at: null, raw: null }
const card = (id: string, status: string) => ({
  id,
  name: id,
  status,
  sprintId: null,
  since: unknown,
  implausible: false,
  agent: null,
  pattern: null,
  block: null,
  waitsFor: [],
  waitsForCount: 0,
  holds: 0,
  reviewPending: false,
})

describe('shownMissions', () => {
  it('lists what needs a person, what runs and what comes next, and passes over the store', () => {
    const shown = shownMissions({
      needsYou: [
        { kind: 'store', mission: null, sentence: 'Read-only.', since: unknown },
        { kind: 'blocked', mission: card('a', 'Blocked'), sentence: '', since: unknown },
      ],
      needsYouCount: 2,
      people: 1,
      running: [{ card: card('b', 'In Progress'), lastEvent: null }],
      runningCount: 1,
      next: card('c', 'Queued'),
      recent: [],
      sprint: null,
      counts: {},
      total: 3,
    })
    expect(shown).toEqual([
      { id: 'a', status: 'Blocked' },
      { id: 'b', status: 'In Progress' },
      { id: 'c', status: 'Queued' },
    ])
  })
})
