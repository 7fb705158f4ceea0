import { describe, expect, test } from 'vitest'
import { type CardList, type Lift, shownAt, shownCount } from './spot'

const queued: readonly string[] = ['a', 'b', 'c', 'd']
const current: readonly string[] = ['e', 'f']

function shown(list: CardList, stored: readonly string[], lift: Lift, name: string): string[] {
  return Array.from({ length: shownCount(list, stored.length, lift) }, (_, index) => {
    const at = shownAt(list, index, lift)
    return at === 'lifted' ? name : (stored[at] ?? 'nothing')
  })
}

describe('a card on its way', () => {
  test('moves down inside its column without a gap or a double', () => {
    const lift: Lift = { from: { column: 'Queued', index: 0 }, to: { column: 'Queued', index: 2 } }
    expect(shown({ column: 'Queued' }, queued, lift, 'a')).toEqual(['b', 'c', 'a', 'd'])
  })

  test('moves up inside its column without a gap or a double', () => {
    const lift: Lift = { from: { column: 'Queued', index: 3 }, to: { column: 'Queued', index: 1 } }
    expect(shown({ column: 'Queued' }, queued, lift, 'd')).toEqual(['a', 'd', 'b', 'c'])
  })

  test('leaves one column and shows in the other', () => {
    const lift: Lift = { from: { column: 'Queued', index: 1 }, to: { column: 'Current', index: 2 } }
    expect(shown({ column: 'Queued' }, queued, lift, 'b')).toEqual(['a', 'c', 'd'])
    expect(shown({ column: 'Current' }, current, lift, 'b')).toEqual(['e', 'f', 'b'])
  })

  test('changes only its own lane of a column', () => {
    const lane = (sprintId: string | null) => ({ column: 'Queued' as const, sprintId })
    const lift: Lift = { from: { ...lane('S1'), index: 1 }, to: { ...lane(null), index: 0 } }
    expect(shown(lane('S1'), queued, lift, 'b')).toEqual(['a', 'c', 'd'])
    expect(shown(lane(null), current, lift, 'b')).toEqual(['b', 'e', 'f'])
    expect(shown(lane('S2'), current, lift, 'b')).toEqual(['e', 'f'])
  })
})
