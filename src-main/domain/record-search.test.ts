import { expect, test } from 'vitest'
import type { Memory } from './record'
import { joinMemories, matchingMemories } from './record-search'
import { readTime } from './stored-time'

const memory = (text: string, at: string | null, more: Partial<Memory>): Memory => ({
  kind: 'decision',
  text,
  at: readTime(at),
  row: null,
  contexts: [],
  session: null,
  missionId: null,
  sprintId: null,
  category: null,
  status: null,
  ...more,
})
const row = (id: number, text: string, at: string | null, more: Partial<Memory> = {}) =>
  memory(text, at, { row: String(id), status: 'active', ...more })
const entry = (text: string, at: string | null = null, context = 'master_context') =>
  memory(text, at, { contexts: [context] })

test('records are ordered by instant whatever their spelling, those of unknown time last, later ones first', () => {
  const joined = joinMemories(
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

test('the same words in table and contexts are one, told by the row', () => {
  const joined = joinMemories(
    [row(7, 'One clock', '2025-03-01T20:00:00Z')],
    [
      entry('one  CLOCK ', '2025-03-01'),
      entry('One clock', null, 'project_context'),
      entry('Two'),
      entry('two', null, 'project_context'),
    ],
  )
  const both = ['master_context', 'project_context']
  expect(joined).toEqual([
    row(7, 'One clock', '2025-03-01T20:00:00Z', { contexts: both }),
    { ...entry('Two'), contexts: both },
  ])
})

test('every word must occur, in the text, the category, the sprint or the mission', () => {
  const all = [
    row(1, 'Keep UTC', null, { category: 'design', sprintId: 'Sprint 09', missionId: 'B1.2' }),
    row(2, 'Keep rows', null),
  ]
  const found = (words: string) => matchingMemories(all, words).map(({ row: id }) => id)
  expect(found('')).toEqual(['1', '2'])
  expect(found('KEEP  utc')).toEqual(['1'])
  expect(found('keep DESIGN 09 b1.2')).toEqual(['1'])
  expect(found('keep nothing')).toEqual([])
})
