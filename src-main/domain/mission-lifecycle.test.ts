import { describe, expect, test } from 'vitest'
import { parseJson } from './json-document'
import { lineJson } from './json-text'
import type { MissionChange, StoredMission } from './mission-change'
import * as life from './mission-lifecycle'

const TS = '2025-03-06T09:00:00Z'

function mission(over: Partial<Omit<StoredMission, 'metadata'>> & { metadata?: string } = {}): StoredMission {
  const metadata = parseJson(over.metadata ?? '{}')
  if (!(metadata instanceof Map)) throw new Error('metadata must be an object')
  return { id: 'H1', sprintId: null, name: 'One', status: 'Queued', completedAt: null, notes: null, ...over, metadata }
}

function seen(change: MissionChange) {
  return { ...change, metadata: lineJson(change.metadata) }
}

const BLOCK = { at: TS, reason: 'no permit', needs: ['permit'], kind: null }

describe('starting', () => {
  test('sets the start and keeps numbers and unknown keys as they were', () => {
    expect(seen(life.startMission(mission({ metadata: '{"weight": 1.0, "x": {"y": []}}' }), TS))).toEqual({
      status: 'In Progress',
      completedAt: null,
      notes: null,
      metadata: `{"weight": 1.0, "x": {"y": []}, "started_at": "${TS}"}`,
    })
  })

  test('moves an old completion and an old block to the history', () => {
    const old = mission({
      status: 'Completed',
      completedAt: '2025-01-02T00:00:00Z',
      notes: 'two coats',
      metadata:
        '{"started_at": "2025-01-01T00:00:00Z", "completed_at": "2025-01-02T00:00:00Z", "blocked_reason": "rain", "blocked_needs": ["sun"]}',
    })
    expect(seen(life.startMission(old, TS))).toEqual({
      status: 'In Progress',
      completedAt: null,
      notes: 'two coats',
      metadata: `{"started_at": "${TS}", "completion_history": [{"completed_at": "2025-01-02T00:00:00Z", "reopened_at": "${TS}"}], "block_history": [{"reason": "rain", "needs": ["sun"], "ended_at": "${TS}"}]}`,
    })
  })

  test('leaves the mission it was given as it is', () => {
    const given = mission({ metadata: '{"blocked_reason": "rain"}' })
    life.startMission(given, TS)
    expect(lineJson(given.metadata)).toBe('{"blocked_reason": "rain"}')
  })
})

describe('completing', () => {
  test('replaces the notes of an older store and keeps the former ones', () => {
    const done = life.completeMission(mission({ notes: 'half way' }), { ts: TS, notes: 'all green' }, 'replace')
    expect(seen(done)).toEqual({
      status: 'Completed',
      completedAt: TS,
      notes: 'all green',
      metadata: `{"completed_at": "${TS}", "notes_history": [{"at": "${TS}", "notes": "half way"}]}`,
    })
  })

  test('appends the notes of a newer store with a tag', () => {
    const done = life.completeMission(mission({ notes: 'half way' }), { ts: TS, notes: 'all green' }, 'append')
    expect(done.notes).toBe('half way | [Completed] all green')
    expect(lineJson(done.metadata)).toBe(`{"completed_at": "${TS}"}`)
  })

  test('keeps the first completion when it is completed again', () => {
    const twice = mission({ status: 'Completed', completedAt: 'before', metadata: '{"completed_at": "before"}' })
    expect(lineJson(life.completeMission(twice, { ts: TS, notes: 'x' }, 'replace').metadata)).toBe(
      `{"completion_history": [{"completed_at": "before", "reopened_at": "${TS}"}], "completed_at": "${TS}"}`,
    )
  })

  test('adds to a history that is no list without losing what is there', () => {
    const odd = mission({ notes: 'old', metadata: '{"notes_history": "kept by hand"}' })
    expect(lineJson(life.completeMission(odd, { ts: TS, notes: 'new' }, 'replace').metadata)).toBe(
      `{"notes_history": ["kept by hand", {"at": "${TS}", "notes": "old"}], "completed_at": "${TS}"}`,
    )
  })
})

describe('blocking', () => {
  test('stores the shape every program writes', () => {
    expect(seen(life.blockMission(mission(), BLOCK, 'replace'))).toEqual({
      status: 'Blocked',
      completedAt: null,
      notes: 'no permit',
      metadata: `{"blocked_at": "${TS}", "blocked_reason": "no permit", "blocked_needs": ["permit"]}`,
    })
  })

  test('leaves no needs key without needs and stores a kind that was said', () => {
    const change = life.blockMission(mission(), { ...BLOCK, needs: [], kind: 'access' }, 'replace')
    expect(lineJson(change.metadata)).toBe(
      `{"blocked_at": "${TS}", "blocked_reason": "no permit", "blocked_kind": "access"}`,
    )
  })

  test('keeps the former block when a blocked mission is blocked again', () => {
    const blocked = mission({
      status: 'Blocked',
      notes: 'rain',
      metadata: '{"blocked_at": "then", "blocked_reason": "rain"}',
    })
    expect(lineJson(life.blockMission(blocked, BLOCK, 'replace').metadata)).toBe(
      `{"block_history": [{"at": "then", "reason": "rain", "ended_at": "${TS}"}], "blocked_at": "${TS}", "blocked_reason": "no permit", "blocked_needs": ["permit"], "notes_history": [{"at": "${TS}", "notes": "rain"}]}`,
    )
  })
})

describe('unblocking', () => {
  const blocked = () =>
    mission({ status: 'Blocked', notes: 'rain', metadata: '{"blocked_at": "then", "blocked_reason": "rain"}' })

  test('closes the block with its resolution and leaves the notes of an older store alone', () => {
    expect(seen(life.unblockMission(blocked(), { ts: TS, resolution: 'sun is out', to: 'Queued' }, 'replace'))).toEqual(
      {
        status: 'Queued',
        completedAt: null,
        notes: 'rain',
        metadata: `{"block_history": [{"at": "then", "reason": "rain", "ended_at": "${TS}", "resolution": "sun is out"}]}`,
      },
    )
  })

  test('counts as a start when work goes on at once', () => {
    const change = life.unblockMission(blocked(), { ts: TS, resolution: '', to: 'In Progress' }, 'append')
    expect(change.notes).toBe('rain')
    expect(change.metadata.get('started_at')).toBe(TS)
  })
})

describe('queueing and parking', () => {
  test('promotion drops the start of an earlier time', () => {
    expect(
      lineJson(
        life.queueMission(mission({ metadata: '{"started_at": "then", "keep": true}' }), 'Current', TS).metadata,
      ),
    ).toBe('{"keep": true}')
  })

  test('setting aside says why in the notes of a newer store', () => {
    const change = life.parkMission(mission({ notes: 'a' }), { to: 'Deferred', ts: TS, reason: 'next year' }, 'append')
    expect([change.status, change.notes]).toEqual(['Deferred', 'a | [Deferred] next year'])
  })
})

describe('correcting a status', () => {
  test('Completed gets a date, and leaving it moves the date to the history', () => {
    expect(life.correctStatus(mission(), 'Completed', TS).completedAt).toBe(TS)
    const done = mission({ status: 'Completed', completedAt: 'then' })
    expect(seen(life.correctStatus(done, 'Queued', TS))).toMatchObject({
      completedAt: null,
      metadata: `{"completion_history": [{"completed_at": "then", "reopened_at": "${TS}"}]}`,
    })
  })

  test('the same status changes nothing', () => {
    const done = mission({ status: 'Completed', completedAt: 'then', metadata: '{"completed_at": "then"}' })
    expect(seen(life.correctStatus(done, 'Completed', TS))).toMatchObject({
      completedAt: 'then',
      metadata: '{"completed_at": "then"}',
    })
  })
})
