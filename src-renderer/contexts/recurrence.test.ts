import { expect, test } from 'vitest'
import { recurrenceText } from './recurrence'

const before = { at: { at: null, raw: null }, reason: 'Keys are missing.', needs: [] }

test.each([
  [null, 1, 'B1 was blocked before (Keys are missing). From now on: '],
  ['No room. ', 2, 'B1 was blocked 3 times (No room). From now on: '],
  ['', 1, 'B1 was blocked 2 times. From now on: '],
])('a block for %j after %i others becomes %j', (reason, others, text) => {
  const block = reason === null ? null : { kind: null, reason, needs: [] }
  const blockHistory = Array.from({ length: others }, () => before)
  // Only what the sentence is made of.
  const mission = { card: { id: 'B1', block }, blockHistory } as unknown as Parameters<typeof recurrenceText>[0]
  expect(recurrenceText(mission)).toBe(text)
})
