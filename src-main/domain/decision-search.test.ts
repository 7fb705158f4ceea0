import { expect, test } from 'vitest'
import type { Decision } from './context'
import { joinDecisions, matchingDecisions } from './decision-search'
import { readTime } from './stored-time'

const row = (id: number, text: string, at: string | null, more: Partial<Decision> = {}): Decision => ({
  text,
  at: readTime(at),
  row: id,
  inContext: false,
  status: 'active',
  category: null,
  sprintId: null,
  ...more,
})
const entry = (text: string, at: string | null = null) => ({ text, at: readTime(at) })

test('decisions are ordered by instant whatever their spelling, those of unknown time last, later ones first', () => {
  const joined = joinDecisions(
    [row(2, 'evening', '2025-03-01 20:00:00'), row(1, 'offset', '2025-03-01T23:00:00+05:00')],
    [entry('first without'), entry('day', '2025-03-02'), entry('second without'), entry('word', 'template')],
  )
  expect(joined.map(({ text }) => text)).toEqual([
    'day',
    'evening',
    'offset',
    'word',
    'second without',
    'first without',
  ])
})

test('the same words in table and context are one decision, told by the row', () => {
  const joined = joinDecisions([row(7, 'One clock', '2025-03-01T20:00:00Z')], [entry('one  CLOCK ', '2025-03-01')])
  expect(joined).toEqual([row(7, 'One clock', '2025-03-01T20:00:00Z', { inContext: true })])
})

test('every word must occur, in the text, the category or the sprint', () => {
  const all = [row(1, 'Keep UTC', null, { category: 'design', sprintId: 'Sprint 09' }), row(2, 'Keep rows', null)]
  const found = (words: string) => matchingDecisions(all, words).map(({ row: id }) => id)
  expect(found('')).toEqual([1, 2])
  expect(found('KEEP  utc')).toEqual([1])
  expect(found('keep DESIGN 09')).toEqual([1])
  expect(found('keep nothing')).toEqual([])
})
