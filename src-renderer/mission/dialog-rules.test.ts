import { describe, expect, it } from 'vitest'
import { BLOCK_KINDS } from '../../src-main/domain/block'
import { BLOCK_CHOICES, canMove, changedFields, listedTexts, nextAct, unblockTarget, unmetNeeds } from './dialog-rules'

describe('unblockTarget', () => {
  it('makes the mission current when its sprint has nothing in progress', () => {
    expect(unblockTarget(0)).toBe('Current')
  })

  it('queues it when the sprint is already at work', () => {
    expect(unblockTarget(1)).toBe('Queued')
    expect(unblockTarget(12)).toBe('Queued')
  })

  it('makes it current in a store that knows no way from Blocked to Queued', () => {
    expect(unblockTarget(3, [{ to: 'Current', warning: null }])).toBe('Current')
    expect(unblockTarget(3, [{ to: 'Queued', warning: 'Unusual.' }])).toBe('Queued')
  })
})

describe('canMove', () => {
  it('rules nothing out before the moves are known', () => {
    expect(canMove(undefined, 'Blocked')).toBe(true)
  })

  it('allows what is only advised against, and nothing that is not named', () => {
    const moves = [{ to: 'Queued', warning: 'Unusual.' }]
    expect(canMove(moves, 'Queued')).toBe(true)
    expect(canMove(moves, 'Blocked')).toBe(false)
  })
})

describe('unmetNeeds', () => {
  it('leaves out what was met', () => {
    const needs = [
      { text: 'a key', met: '2026-11-20T10:00:00Z' },
      { text: 'a decision', met: null },
    ]
    expect(unmetNeeds(needs)).toEqual([{ text: 'a decision', met: null }])
  })
})

describe('the choice of a block', () => {
  it('offers each kind of the contract once', () => {
    expect(BLOCK_CHOICES.map((choice) => choice.kind).sort()).toEqual([...BLOCK_KINDS].sort())
  })
})

describe('nextAct', () => {
  it.each([
    ['Queued', 'start'],
    ['Current', 'start'],
    ['In Progress', 'complete'],
    ['Blocked', 'unblock'],
    ['Completed', null],
    ['Deferred', null],
    ['blocked', null],
    ['Archived', null],
  ])('answers for %s: %s', (status, act) => {
    expect(nextAct(status)).toBe(act)
  })
})

describe('listedTexts', () => {
  it('trims rows and drops empty and repeated ones', () => {
    expect(listedTexts([' a key ', '', 'a decision', 'a key', '   '])).toEqual(['a key', 'a decision'])
  })
})

describe('changedFields', () => {
  const before = { name: 'Loader', notes: '', successCriteria: ['fast'] }

  it('is empty when nothing was changed', () => {
    expect(changedFields(before, { ...before, successCriteria: ['fast'] })).toEqual({})
  })

  it('names only what differs, also inside lists', () => {
    expect(changedFields(before, { name: 'Loader', notes: 'x', successCriteria: ['fast', 'small'] })).toEqual({
      notes: 'x',
      successCriteria: ['fast', 'small'],
    })
  })
})
