import type { BoardColumn } from '../../src-main/domain/mission-status'
import { formatCount } from '../format'

/** Height of a card's row, gap included: the more a mission asks for attention, the more room it gets. */
export const ROW_HEIGHTS: Readonly<Record<BoardColumn, number>> = {
  Queued: 73,
  Current: 73,
  'In Progress': 92,
  Blocked: 104,
  Completed: 44,
  Other: 73,
}

const EMPTY: Readonly<Record<BoardColumn, string>> = {
  Queued: 'Nothing queued',
  Current: 'Nothing current',
  'In Progress': 'Nothing in progress',
  Blocked: 'Nothing blocked',
  Completed: 'Nothing completed yet',
  Other: 'Nothing set aside',
}

/** What an empty column says: that nothing is there, or that the filter hides what is. */
export function emptyWords(column: BoardColumn, total: number): string {
  return total === 0 ? EMPTY[column] : `None of ${formatCount(total)} match`
}

/** `138`, or `94 of 138` while a filter hides some. */
export function countWords(count: number, total: number): string {
  return count === total ? formatCount(count) : `${formatCount(count)} of ${formatCount(total)}`
}
