import { ranks, splitP } from './rank-sum'
import { spreadOf } from './spread'

/** Where a series stepped from one level to another. */
export interface ChangePoint {
  /** The first value of the new level. */
  readonly index: number
  /** How likely noise alone would have looked like this, corrected for every place that was tried. */
  readonly p: number
}

/** A level is believed in from this many values on. */
export const SHORTEST_LEVEL = 4
/** So many runs around a split are looked at for where the step really is. */
const NEAR = 3
/** A step must be this unlikely to be noise. */
export const MOST_CHANCE = 0.01

/**
 * The steps of a series, oldest first: binary segmentation. In each segment the split whose ranks differ most
 * (Mann-Whitney) is a step when its p, multiplied by the number of splits tried, stays under `MOST_CHANCE` and the
 * medians differ by at least `leastEffect` (in the values' unit).
 */
export function changePoints(values: readonly number[], leastEffect: number): ChangePoint[] {
  const found: ChangePoint[] = []
  const pending = [{ start: 0, end: values.length }]
  for (let segment = pending.pop(); segment !== undefined; segment = pending.pop()) {
    const { start, end } = segment
    const split = bestSplit(values.slice(start, end), leastEffect)
    if (split === null) continue
    found.push({ index: start + split.index, p: split.p })
    pending.push({ start, end: start + split.index }, { start: start + split.index, end })
  }
  return found.sort((a, b) => a.index - b.index)
}

function bestSplit(values: readonly number[], leastEffect: number): ChangePoint | null {
  const tried = values.length - 2 * SHORTEST_LEVEL + 1
  if (tried < 1) return null
  const { ranks: ranked, ties } = ranks(values)
  let best = { index: 0, strength: -1 }
  let rankSum = 0
  for (let index = 1; index <= values.length - SHORTEST_LEVEL; index += 1) {
    rankSum += ranked[index - 1] ?? 0
    if (index < SHORTEST_LEVEL) continue
    const strength = standardised(index, values.length - index, rankSum)
    if (strength > best.strength) best = { index, strength }
  }
  const p = Math.min(1, tried * splitP(ranked, best.index, ties))
  if (p > MOST_CHANCE) return null
  const index = settledIndex(values, best.index)
  const before = spreadOf(values.slice(0, index))
  const after = spreadOf(values.slice(index))
  if (before === null || after === null || Math.abs(after.median - before.median) < leastEffect) return null
  return { index, p }
}

/** Ranks may count the highest runs before a step to the level after it: the split near by that fits two levels best. */
function settledIndex(values: readonly number[], index: number): number {
  let best = { index, misfit: misfit(values, index) }
  for (let near = index - NEAR; near <= index + NEAR; near += 1) {
    if (near < SHORTEST_LEVEL || near > values.length - SHORTEST_LEVEL) continue
    const found = misfit(values, near)
    if (found < best.misfit) best = { index: near, misfit: found }
  }
  return best.index
}

/** How far values lie from the medians of their sides, in all. */
function misfit(values: readonly number[], index: number): number {
  return [values.slice(0, index), values.slice(index)].reduce((sum, side) => {
    const median = spreadOf(side)?.median ?? 0
    return side.reduce((total, value) => total + Math.abs(value - median), sum)
  }, 0)
}

/** How far U lies from its mean, in standard deviations of samples without ties. */
function standardised(left: number, right: number, rankSum: number): number {
  const u = rankSum - (left * (left + 1)) / 2
  return Math.abs(u - (left * right) / 2) / Math.sqrt((left * right * (left + right + 1)) / 12)
}
