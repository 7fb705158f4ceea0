import type { BoardColumn } from '../../src-main/domain/mission-status'

/** A place on the board: a column and how far down in it, first is 0. */
export interface Spot {
  readonly column: BoardColumn
  readonly index: number
}

/** A card that is on its way: it shows at `to` and leaves no gap at `from`, while the store does not know yet. */
export interface Lift {
  readonly from: Spot
  readonly to: Spot
}

/** How many cards a column shows while a card is on its way. */
export function shownCount(column: BoardColumn, count: number, lift: Lift | null): number {
  if (!lift) return count
  return count - (lift.from.column === column ? 1 : 0) + (lift.to.column === column ? 1 : 0)
}

/** Which stored card shows at a place of a column: its index in the store's order, or `lifted` for the one on its way. */
export function shownAt(column: BoardColumn, index: number, lift: Lift | null): number | 'lifted' {
  if (!lift) return index
  if (lift.to.column === column && lift.to.index === index) return 'lifted'
  const without = lift.to.column === column && index > lift.to.index ? index - 1 : index
  return lift.from.column === column && without >= lift.from.index ? without + 1 : without
}

/** Where a stored card shows while another is on its way; the inverse of `shownAt` for cards that stay. */
export function shownIndex(column: BoardColumn, stored: number, lift: Lift | null): number {
  if (!lift) return stored
  if (lift.from.column === column && lift.from.index === stored) return lift.to.index
  const without = lift.from.column === column && stored > lift.from.index ? stored - 1 : stored
  return lift.to.column === column && without >= lift.to.index ? without + 1 : without
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
