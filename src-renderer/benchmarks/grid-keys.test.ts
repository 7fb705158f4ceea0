import { expect, it } from 'vitest'
import { movedInGrid } from './grid-keys'

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowDown', 1, 4],
  ['k', 4, 1],
  ['ArrowUp', 1, 0],
  ['ArrowLeft', 0, 0],
  ['j', 6, 7],
  ['Home', 5, 0],
  ['End', 0, 7],
  ['ArrowDown', -1, 0],
  ['x', 3, null],
])('%s from %i of eight in three columns leads to %j', (key, from, to) => {
  expect(movedInGrid(key, from, 8, 3)).toBe(to)
})

it('leads nowhere without metrics', () => {
  expect(movedInGrid('Home', -1, 0, 3)).toBeNull()
})
