import { describe, expect, test } from 'vitest'
import type { MissionStatus } from './mission-status'
import { judgeMove } from './transition'

const ALL: readonly MissionStatus[] = [
  'Queued',
  'Current',
  'In Progress',
  'Blocked',
  'Completed',
  'Deferred',
  'Dropped',
]
const ALLOWED: ReadonlyArray<readonly [string, readonly MissionStatus[]]> = [
  ['Queued', ['Current', 'In Progress', 'Deferred', 'Dropped']],
  ['Current', ['In Progress', 'Blocked', 'Deferred', 'Dropped']],
  ['In Progress', ['Blocked', 'Completed', 'Deferred', 'Dropped']],
  ['Blocked', ['Current', 'In Progress', 'Deferred', 'Dropped']],
  ['Deferred', ['Queued', 'Current', 'Dropped']],
  ['Completed', []],
  ['Dropped', []],
  ['Archived', ['Queued', 'Deferred', 'Dropped']],
]

describe.each(ALLOWED)('from %s', (from, targets) => {
  test.each(ALL)('a newer store decides about %s', (to) => {
    expect(judgeMove(from, to, true).allowed).toBe(targets.includes(to))
  })

  test.each(ALL)('an older store allows %s, with a warning where newer ones refuse', (to) => {
    const verdict = judgeMove(from, to, false)
    expect(verdict.allowed && verdict.warning === null).toBe(targets.includes(to))
    expect(verdict.allowed).toBe(true)
  })
})

test('the refusal says what is possible instead', () => {
  expect(judgeMove('Queued', 'Completed', true)).toEqual({
    allowed: false,
    reason:
      'This store does not allow going from Queued to Completed; from there it can become Current, In Progress, Dropped, Deferred.',
  })
})
