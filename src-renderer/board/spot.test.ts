import { describe, expect, test } from 'vitest'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { type Lift, shownAt, shownCount, shownIndex } from './spot'

const queued: readonly string[] = ['a', 'b', 'c', 'd']
const current: readonly string[] = ['e', 'f']

function shown(column: BoardColumn, stored: readonly string[], lift: Lift, name: string): string[] {
  return Array.from({ length: shownCount(column, stored.length, lift) }, (_, index) => {
    const at = shownAt(column, index, lift)
    return at === 'lifted' ? name : (stored[at] ?? 'nothing')
  })
}

describe('a card on its way', () => {
  test('moves down inside its column without a gap or a double', () => {
    const lift: Lift = { from: { column: 'Queued', index: 0 }, to: { column: 'Queued', index: 2 } }
    expect(shown('Queued', queued, lift, 'a')).toEqual(['b', 'c', 'a', 'd'])
  })

  test('moves up inside its column without a gap or a double', () => {
    const lift: Lift = { from: { column: 'Queued', index: 3 }, to: { column: 'Queued', index: 1 } }
    expect(shown('Queued', queued, lift, 'd')).toEqual(['a', 'd', 'b', 'c'])
  })

  test('leaves one column and shows in the other', () => {
    const lift: Lift = { from: { column: 'Queued', index: 1 }, to: { column: 'Current', index: 2 } }
    expect(shown('Queued', queued, lift, 'b')).toEqual(['a', 'c', 'd'])
    expect(shown('Current', current, lift, 'b')).toEqual(['e', 'f', 'b'])
  })

  test('lets every card that stays be found again where it shows', () => {
    const lift: Lift = { from: { column: 'Queued', index: 2 }, to: { column: 'Queued', index: 0 } }
    for (const stored of [0, 1, 3]) expect(shownAt('Queued', shownIndex('Queued', stored, lift), lift)).toBe(stored)
    expect(shownIndex('Queued', 2, lift)).toBe(0)
  })
})
