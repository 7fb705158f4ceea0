import type { BoardColumn } from '../../src-main/domain/mission-status'

/** A list of cards: a column, or that column in one sprint's lane (null: without a sprint) where the board has lanes. */
export interface CardList {
  readonly column: BoardColumn
  readonly sprintId?: string | null
}

/** A place on the board: a list and how far down in it, first is 0. */
export interface Spot extends CardList {
  readonly index: number
}

export function sameList(one: CardList, other: CardList): boolean {
  return one.column === other.column && one.sprintId === other.sprintId
}

export function sameSpot(one: Spot, other: Spot): boolean {
  return sameList(one, other) && one.index === other.index
}

/** A card that is on its way: it shows at `to` and leaves no gap at `from`, while the store does not know yet. */
export interface Lift {
  readonly from: Spot
  readonly to: Spot
}

/** How many cards a list shows while a card is on its way. */
export function shownCount(list: CardList, count: number, lift: Lift | null): number {
  if (!lift) return count
  return count - (sameList(lift.from, list) ? 1 : 0) + (sameList(lift.to, list) ? 1 : 0)
}

/** Which stored card shows at a place of a list: its index in the store's order, or `lifted` for the one on its way. */
export function shownAt(list: CardList, index: number, lift: Lift | null): number | 'lifted' {
  if (!lift) return index
  const entered = sameList(lift.to, list)
  if (entered && lift.to.index === index) return 'lifted'
  const without = entered && index > lift.to.index ? index - 1 : index
  return sameList(lift.from, list) && without >= lift.from.index ? without + 1 : without
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
