import { expect, test } from 'vitest'
import type { Density } from '../../src-main/domain/timeline/timeline'
import { densityTable } from './density-table'
import { formatElapsed } from './elapsed'
import { oddityCounts } from './event-oddities'
import { momentOf, momentText } from './moments'
import { scaleTop, spanOf } from './strip-scale'
import { filterOf, isOpen, listPlace, listRange, toggled } from './timeline-filter'

const HOUR = 3_600_000
const NOON = Date.UTC(2026, 10, 22, 12)

const DENSITY: Density = {
  range: { from: NOON, to: NOON + 3 * HOUR },
  bucket: HOUR,
  starts: [1, 0, 2],
  completes: [0, 0, 9],
  blocks: [0, 0, 1],
  others: [0, 0, 1],
  total: 15,
  unknownTime: 1,
  implausibleTime: 0,
  sessionInMission: 0,
  legacyShape: 2,
  bare: 0,
  extent: null,
  indexing: null,
}

test.each([
  [0, '0s'],
  [42_999, '42s'],
  [14 * 60_000, '14m'],
  [2 * HOUR + 14 * 60_000, '2h 14m'],
  [24 * HOUR, '1d'],
  [76 * HOUR, '3d 4h'],
  [-HOUR, '−1h'],
])('%i ms are said as %s', (milliseconds, words) => {
  expect(formatElapsed(milliseconds)).toBe(words)
})

test.each([
  ['2026-11-22', '2026-11-22T23:59:59.999Z'],
  ['2026-11-22 14:05', '2026-11-22T14:05:59.999Z'],
  ['2026-11-22T9:05', '2026-11-22T09:05:59.999Z'],
  ['22 Nov 2026', '2026-11-22T23:59:59.999Z'],
  ['November 22, 2026', '2026-11-22T23:59:59.999Z'],
  ['2026-11-22T14:05:09Z', '2026-11-22T14:05:09.000Z'],
])('%s means the moment %s', (typed, moment) => {
  expect(new Date(momentOf(typed) ?? 0).toISOString()).toBe(moment)
})

test.each(['', 'yesterday', '31 February', '2026-02-31', '99:99'])('“%s” is no moment', (typed) => {
  expect(momentOf(typed)).toBeNull()
})

test('a moment is offered for editing in the shape in which it is read', () => {
  expect(momentText(NOON)).toBe('2026-11-22 12:00')
})

test('the scale ends at a round number that no bucket exceeds', () => {
  expect(scaleTop(DENSITY)).toBe(20)
  expect(scaleTop({ ...DENSITY, completes: [0, 0, 6] })).toBe(10)
  expect(scaleTop({ ...DENSITY, starts: [], completes: [], blocks: [], others: [] })).toBe(1)
})

test('buckets are selected whole, in either direction', () => {
  expect(spanOf(DENSITY, 2, 1)).toEqual({ from: NOON + HOUR, to: NOON + 3 * HOUR })
})

test('the table lists what holds something, newest first', () => {
  const { table, endOf } = densityTable(DENSITY)
  expect(table.rows.map((row) => row.slice(1))).toEqual([
    [1, 2, 9, 1, 13],
    [0, 1, 0, 0, 1],
  ])
  expect(endOf(1)).toBe(NOON + HOUR - 1)
})

test('what is odd is counted in words', () => {
  expect(oddityCounts(DENSITY)).toEqual(['1 event without a time', '2 legacy rows'])
})

test('an address asks for lists of values, and an empty list is left out of it', () => {
  expect(filterOf({ agents: ['ada'], text: 'x' })).toMatchObject({
    agents: ['ada'],
    text: 'x',
    missions: [],
    range: null,
  })
  expect(listPlace('agents', toggled(['ada'], 'ada'))).toEqual({ agents: undefined })
  expect(listPlace('agents', toggled(['ada'], 'bob'))).toEqual({ agents: ['ada', 'bob'] })
})

test('a range that is open towards the present takes in what comes', () => {
  expect(isOpen(listRange({ from: 1, to: 2 }, true))).toBe(true)
  expect(isOpen(listRange({ from: 1, to: 2 }, false))).toBe(false)
})
