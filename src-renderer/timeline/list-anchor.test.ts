import { expect, test } from 'vitest'
import { keptScroll, ROW } from './list-anchor'
import { movedRow } from './list-keys'
import type { TimelineRow } from './timeline-rows'

/** Rows named by their keys; a name in capitals is a heading. */
function rows(names: string): TimelineRow[] {
  return names.split(' ').map((key): TimelineRow => {
    if (key === key.toUpperCase()) return { kind: 'day', key, day: null }
    const nothing = { title: null, agent: null, status: null, completedAt: null, summary: null, captures: [] }
    return { kind: 'session', key, session: { id: key, startedAt: 0, ...nothing }, at: 0, rails: [] }
  })
}

test.each([
  ['D a b c d', 'D x y a b c d', 4],
  ['D a b c d', 'D b c d', 1],
  ['D a b c d', 'E a b c d e', 2],
  ['D a b c d', 'D a x c d', 2],
])('the row that is read in %s stays where it is in %s', (before, after, index) => {
  expect(keptScroll({ index: 2, offset: 7, rows: rows(before) }, rows(after))).toBe(index * ROW + 7)
})

test('where nothing of what was read is left, the list stays as it is scrolled', () => {
  expect(keptScroll({ index: 1, offset: 0, rows: rows('D a b') }, rows('D x y'))).toBeNull()
})

test.each([
  ['ArrowDown', 2, 4],
  ['ArrowUp', 4, 2],
  ['ArrowUp', 1, 1],
  ['End', 1, 5],
  ['Home', 5, 1],
  ['PageDown', 1, 4],
  ['x', 1, null],
])('%s moves from row %i to row %s, past headings', (key, from, to) => {
  expect(movedRow(key, from, rows('D a b E c d'), 2)).toBe(to)
})
