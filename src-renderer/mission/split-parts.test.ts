import { expect, it } from 'vitest'
import { namedParts, proposedId } from './split-parts'

it('proposes the letters in order, then numbers', () => {
  expect([0, 1, 25, 26].map((place) => proposedId('B4', place))).toEqual(['B4-a', 'B4-b', 'B4-z', 'B4-27'])
})

it('sends the parts that have a name, under the id that was typed or else the proposed one', () => {
  const parts = [
    { id: null, name: ' First ' },
    { id: null, name: ' ' },
    { id: ' X1 ', name: 'Second' },
    { id: '', name: 'Third' },
  ]
  expect(namedParts('B4', parts)).toEqual([
    { id: 'B4-a', name: 'First' },
    { id: 'X1', name: 'Second' },
    { id: 'B4-d', name: 'Third' },
  ])
})
