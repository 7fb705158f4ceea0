import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyDelta, baseText, lengthOf, textDelta } from './text-delta'

const line = fc.oneof(fc.constantFrom('', '{', '},', 'a', 'b', '\r'), fc.string())
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'))

test('any text comes back from its difference to any other', () => {
  fc.assert(
    fc.property(text, text, (text, other) => {
      const base = baseText(text)
      expect(applyDelta(base, textDelta(base, other))).toBe(other)
    }),
  )
})

test('a text comes back after lines were added, removed and moved in it', () => {
  const edit = fc.record({ at: fc.nat(30), remove: fc.nat(4), add: fc.array(line, { maxLength: 3 }) })
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 4 }), (text, edits) => {
      const base = baseText(text)
      const lines = text.split('\n')
      for (const { at, remove, add } of edits) lines.splice(at, remove, ...add)
      const other = lines.join('\n')
      expect(applyDelta(base, textDelta(base, other))).toBe(other)
    }),
  )
})

test('what two long texts share is not repeated, wherever the change is', () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => `    "key ${index}": "value ${index}",`)
  const base = baseText(['{', ...lines, '}'].join('\n'))
  const other = ['{', '  "first": 1,', ...lines.slice(3), '  "last": 2', '}'].join('\n')
  const delta = textDelta(base, other)
  expect(lengthOf(delta)).toBeLessThan(60)
  expect(applyDelta(base, delta)).toBe(other)
})
