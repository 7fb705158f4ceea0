import type { BoardColumn } from '../../src-main/domain/mission-status'

/** What dropping cards on a column comes to. */
export type MovePlan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'reorder' }
  | { readonly kind: 'start' }
  | { readonly kind: 'move'; readonly to: 'Queued' | 'Current' | 'In Progress' }
  | { readonly kind: 'dialog'; readonly dialog: 'block' | 'complete' | 'defer' }
  | { readonly kind: 'dialog'; readonly dialog: 'unblock'; readonly to: 'Queued' | 'Current' | 'In Progress' }

export interface StoreAbilities {
  readonly writable: boolean
  readonly reordering: boolean
  readonly parking: boolean
}

/** Columns whose order is the operator's; the others are ordered by time. */
export function isRanked(column: BoardColumn): boolean {
  return column === 'Queued' || column === 'Current' || column === 'In Progress'
}

const refused = (reason: string): MovePlan => ({ kind: 'refused', reason })

function withinColumn(column: BoardColumn, many: boolean, store: StoreAbilities): MovePlan {
  if (many) return { kind: 'nothing' }
  if (column === 'Blocked') return refused('Blocked missions stand in the order of their wait, the oldest first.')
  if (!isRanked(column)) return refused(`${column} missions stand in the order of their time.`)
  return store.reordering ? { kind: 'reorder' } : refused('This store cannot hold an order of missions.')
}

/**
 * What is to happen when cards from the columns `from` are dropped on `to`. The lifecycle has the last word: it refuses
 * what this store does not allow when the plan is carried out.
 */
export function planMove(from: readonly BoardColumn[], to: BoardColumn, store: StoreAbilities): MovePlan {
  if (!store.writable) return refused('This workspace is open read-only.')
  if (from.every((column) => column === to)) return withinColumn(to, from.length > 1, store)
  if (to === 'Blocked') return { kind: 'dialog', dialog: 'block' }
  if (to === 'Completed') return { kind: 'dialog', dialog: 'complete' }
  if (to === 'Other') {
    return store.parking
      ? { kind: 'dialog', dialog: 'defer' }
      : refused('This store has no status for parked missions.')
  }
  if (from.every((column) => column === 'Blocked')) return { kind: 'dialog', dialog: 'unblock', to }
  if (from.includes('Blocked')) return refused('Unblock the blocked missions first: each needs its resolution.')
  return to === 'In Progress' && from.length === 1 ? { kind: 'start' } : { kind: 'move', to }
}
