import { describe, expect, it } from 'vitest'
import type { TriageRow } from '../../src-main/domain/attention'
import { chosenIndex, movedIndex, needLine } from './triage-selection'

type Card = TriageRow['card']

function row(id: string, card: Partial<Card> = {}): TriageRow {
  return {
    score: 1,
    timesBlocked: 0,
    dead: false,
    snoozedUntil: null,
    card: {
      id,
      name: id,
      status: 'Blocked',
      sprintId: null,
      since: { at: 0, raw: '' },
      implausible: false,
      agent: null,
      pattern: null,
      block: { kind: 'person', reason: null, needs: [], escalated: null },
      waitsFor: [],
      waitsForCount: 0,
      holds: 0,
      reviewPending: false,
      ...card,
    },
  }
}

describe('chosenIndex', () => {
  const rows = [row('a'), row('b'), row('c')]

  it('follows a case that moved', () => {
    expect(chosenIndex(rows, { id: 'c', index: 0 })).toBe(2)
  })

  it('takes the next case when the chosen one has left', () => {
    expect(chosenIndex(rows, { id: 'gone', index: 1 })).toBe(1)
  })

  it('takes the one before when the last has left', () => {
    expect(chosenIndex(rows, { id: 'gone', index: 3 })).toBe(2)
  })

  it('is nowhere in an empty queue', () => {
    expect(chosenIndex([], { id: 'a', index: 0 })).toBe(-1)
  })
})

describe('movedIndex', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['j', 8, 9],
    ['j', 9, 9],
    ['k', 0, 0],
    ['ArrowUp', 5, 4],
    ['PageDown', 5, 9],
    ['PageUp', 5, 0],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['x', 5, null],
    ['J', 5, null],
  ])('%s from %i goes to %s', (key, from, to) => {
    expect(movedIndex(key, from, 10, 8)).toBe(to)
  })

  it('stays put in an empty queue', () => {
    expect(movedIndex('j', -1, 0, 8)).toBeNull()
  })
})

describe('needLine', () => {
  it('names the needs that are not met', () => {
    const needs = [
      { text: 'a key', met: null },
      { text: 'a machine', met: '2026-11-20' },
      { text: 'a decision', met: null },
    ]
    expect(needLine(row('a', { block: { kind: 'person', reason: 'x', needs, escalated: null } }).card)).toEqual({
      label: 'Needs',
      text: 'a key; a decision',
    })
  })

  it('names first whom it was escalated to, and what they have to do', () => {
    const escalated = { to: 'Dana', at: { at: 0, raw: '' }, note: 'Approve the key' }
    const needs = [{ text: 'a key', met: null }]
    const block = { kind: 'person' as const, reason: 'x', needs, escalated }
    expect(needLine(row('a', { block }).card)).toEqual({ label: 'Escalated to Dana', text: 'Approve the key' })
    const silent = { ...block, escalated: { ...escalated, note: null } }
    expect(needLine(row('a', { block: silent }).card).text).toBe('a key')
  })

  it('waits for needs that name missions', () => {
    const needs = [{ text: 'B2', met: null }]
    expect(needLine(row('a', { block: { kind: 'mission', reason: 'x', needs, escalated: null } }).card).label).toBe(
      'Waits for',
    )
  })

  it('says when every need is met', () => {
    const needs = [{ text: 'a key', met: '2026-11-20' }]
    expect(needLine(row('a', { block: { kind: 'person', reason: 'x', needs, escalated: null } }).card).label).toBe(
      'Ready',
    )
  })

  it('names the missions it waits for and how many more there are', () => {
    const waitsFor = [{ id: 'b', status: 'Queued' }]
    expect(needLine(row('a', { waitsFor, waitsForCount: 4 }).card)).toEqual({
      label: 'Waits for',
      text: 'b and 3 more',
    })
  })

  it('falls back to the reason', () => {
    expect(
      needLine(row('a', { block: { kind: 'access', reason: 'No token', needs: [], escalated: null } }).card).text,
    ).toBe('No token')
    expect(needLine(row('a').card).text).toBe('no reason was given')
  })

  it('names a review that a mission which is not blocked awaits', () => {
    expect(needLine(row('a', { block: null, reviewPending: true }).card).label).toBe('Review')
  })
})
