import { describe, expect, it } from 'vitest'
import { axisOf, commonRange, placedPoints, valueMarks } from './metric-scale'

const point = (run: number, at: number | null, value = 1) => ({ run, at, value })
const DAY = 86_400_000

describe('the common axis', () => {
  it('spans the dated runs of all metrics', () => {
    const range = commonRange([{ points: [point(1, null), point(2, 5 * DAY)] }, { points: [point(3, DAY)] }])
    expect(range).toEqual({ from: DAY, to: 5 * DAY })
    expect(commonRange([{ points: [point(1, null)] }])).toBeNull()
  })

  it('gives a single moment an hour', () => {
    expect(commonRange([{ points: [point(1, DAY)] }])).toEqual({ from: DAY - 1_800_000, to: DAY + 1_800_000 })
  })

  it('puts undated runs before the first day, in their order', () => {
    const range = { from: 0, to: 100 * DAY }
    const placed = placedPoints([point(1, null), point(2, null), point(3, DAY)], range)
    expect(placed.map(({ x }) => x / DAY)).toEqual([-6, -3, 1])
    const [from, to] = axisOf(range, placed)
    expect(from).toBeLessThan(-6 * DAY)
    expect(to).toBeGreaterThan(100 * DAY)
  })

  it('without any time counts runs', () => {
    expect(placedPoints([point(1, null), point(2, null)], null).map(({ x }) => x)).toEqual([0, 1])
  })
})

it.each([
  [
    [2_200, 3_100],
    [2_500, 3_000],
  ],
  [
    [0, 1],
    [0, 0.5, 1],
  ],
  [
    [-5, 5],
    [-5, 0, 5],
  ],
] as const)('marks within %j are %j', (range, marks) => {
  expect(valueMarks([...range])).toEqual([...marks])
})
