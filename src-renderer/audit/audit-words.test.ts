import { expect, test } from 'vitest'
import { filterOf, NO_WISH } from './audit-wish'
import { actionWords } from './audit-words'

test.each([
  ['missions.start', 'Mission: start'],
  ['missions.assignSprint', 'Mission: assign sprint'],
  ['contexts.addDecision', 'Context: add decision'],
  ['triage.snooze', 'Triage: snooze'],
  ['unknown', 'Unknown'],
])('%s is said as %s', (method, words) => {
  expect(actionWords(method)).toBe(words)
})

test('a wish restricts only what it names', () => {
  expect(filterOf(NO_WISH, 1_000)).toEqual({})
  expect(filterOf({ mission: ' B1 ', action: 'missions.start', span: 'today' }, 86_401_000)).toEqual({
    mission: 'B1',
    action: 'missions.start',
    from: 1_000,
  })
})
