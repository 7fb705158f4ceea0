import { describe, expect, test } from 'vitest'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { cardRowFrom, type Lane, laneRows, openUnder, rowOf, rowsShown, shownLanes } from './lane-rows'

const columns = ['Queued', 'Current', 'In Progress', 'Blocked', 'Completed'] as const

function lane(
  sprintId: string | null,
  counts: Partial<Record<(typeof columns)[number], number>>,
  finished = false,
): Lane {
  const all = { Queued: 0, Current: 0, 'In Progress': 0, Blocked: 0, Completed: 0, Other: 0, ...counts }
  return { sprintId, title: sprintId ?? 'No sprint', status: null, finished, counts: all }
}

const kinds = (rows: ReturnType<typeof laneRows>) => rows.map((row) => row.kind)

describe('the rows of the swimlanes', () => {
  test('show four cards a cell and say that there are more', () => {
    expect(kinds(laneRows([lane('a', { Queued: 6 })], columns, new Map()))).toEqual([
      'lane',
      'cards',
      'cards',
      'cards',
      'cards',
      'more',
    ])
  })

  test('leave finished sprints closed until they are opened', () => {
    const finished = lane('a', { Completed: 2 }, true)
    expect(kinds(laneRows([finished], columns, new Map()))).toEqual(['lane'])
    expect(kinds(laneRows([finished], columns, new Map([['a', 4]])))).toEqual(['lane', 'cards', 'cards'])
  })

  test('keep a closed lane closed and a lane without sprint apart', () => {
    const rows = laneRows([lane('a', { Queued: 1 }), lane(null, { Queued: 1 })], columns, new Map([['a', 0]]))
    expect(kinds(rows)).toEqual(['lane', 'lane', 'cards'])
    expect(rowOf(rows, null, 0)).toBe(2)
    expect(rowOf(rows, 'a', 0)).toBe(-1)
  })

  test('lead from card to card over headers and empty cells', () => {
    const rows = laneRows([lane('a', { Queued: 1, Blocked: 2 }), lane('b', { Queued: 1 })], columns, new Map())
    expect(cardRowFrom(rows, 1, 1, 'Queued')).toBe(4)
    expect(cardRowFrom(rows, 2, 1, 'Blocked')).toBe(-1)
    expect(cardRowFrom(rows, 4, -1, 'Blocked')).toBe(2)
  })
})

describe('a card carried over lanes', () => {
  const at = (sprintId: string | null, column: BoardColumn, index = 0) => ({ sprintId, column, index })
  const lift = { from: at('S1', 'Queued'), to: at('S2', 'Queued') }
  const lanes = [lane('S1', { Queued: 2 }), lane('S2', { Completed: 3 }, true)]

  test('counts where it shows', () => {
    const shown = shownLanes(lanes, ['Queued', 'Completed'], lift)
    expect(shown.map(({ counts }) => counts.Queued)).toEqual([1, 1])
    expect(shownLanes(lanes, ['Queued'], null)).toBe(lanes)
  })

  test('opens a closed lane as far as the card, and only while it is over it', () => {
    expect(rowsShown(lanes[1] ?? lane('none', {}), openUnder(new Map(), lanes, lift))).toBe(1)
    expect(openUnder(new Map(), lanes, null).size).toBe(0)
    const back = { ...lift, to: lift.from }
    expect(rowsShown(lanes[1] ?? lane('none', {}), openUnder(new Map(), lanes, back))).toBe(0)
  })
})
