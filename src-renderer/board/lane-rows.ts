import type { BoardSummary } from '../../src-main/domain/board'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { type Lift, shownCount } from './spot'

export type Lane = BoardSummary['lanes'][number]

/** The rows of the swimlanes, flattened: a lane's header, its rows of cards, and what it does not show yet. */
export type LaneRow =
  | { readonly kind: 'lane'; readonly lane: Lane }
  | { readonly kind: 'cards'; readonly lane: Lane; readonly index: number }
  | { readonly kind: 'more'; readonly lane: Lane; readonly shown: number }

/** Fixed heights, gaps included: rows are never measured. */
export const LANE_ROW_HEIGHTS: Readonly<Record<LaneRow['kind'], number>> = { lane: 38, cards: 78, more: 28 }

export const FIRST_ROWS = 4
export const MORE_ROWS = 20

/** How many cards a cell of a lane shows, by lane; 0 means closed. Lanes nobody touched: running ones are open. */
export type OpenLanes = ReadonlyMap<string | null, number>

export function rowsShown(lane: Lane, open: OpenLanes): number {
  return open.get(lane.sprintId) ?? (lane.finished ? 0 : FIRST_ROWS)
}

/** The lanes as they look while a card is on its way; the one it is over shows at least as far as that card. */
export function shownLanes(
  lanes: readonly Lane[],
  columns: readonly BoardColumn[],
  lift: Lift | null,
): readonly Lane[] {
  if (!lift) return lanes
  return lanes.map((lane) => {
    const { sprintId } = lane
    if (lift.from.sprintId !== sprintId && lift.to.sprintId !== sprintId) return lane
    const counts = columns.map((column) => [column, shownCount({ column, sprintId }, lane.counts[column] ?? 0, lift)])
    return { ...lane, counts: { ...lane.counts, ...Object.fromEntries(counts) } }
  })
}

/** Opens the lane that a card is carried over as far as that card, for as long as it is there. */
export function openUnder(open: OpenLanes, lanes: readonly Lane[], lift: Lift | null): OpenLanes {
  const lane = lanes.find(({ sprintId }) => sprintId === lift?.to.sprintId)
  if (!lift || !lane) return open
  return new Map(open).set(lane.sprintId, Math.max(rowsShown(lane, open), lift.to.index + 1))
}

export function laneRows(lanes: readonly Lane[], columns: readonly BoardColumn[], open: OpenLanes): LaneRow[] {
  return lanes.flatMap((lane): LaneRow[] => {
    const shown = rowsShown(lane, open)
    const longest = Math.max(0, ...columns.map((column) => lane.counts[column] ?? 0))
    const rows = Array.from(
      { length: Math.min(shown, longest) },
      (_, index) => ({ kind: 'cards', lane, index }) as const,
    )
    const more: LaneRow[] = shown > 0 && longest > shown ? [{ kind: 'more', lane, shown }] : []
    return [{ kind: 'lane', lane }, ...rows, ...more]
  })
}

/** The identity of a row, for React and for the windowed list. */
export function laneRowKey(row: LaneRow): string {
  return `${row.kind} ${row.kind === 'cards' ? row.index : ''} ${row.lane.sprintId ?? ''}`
}

/** The row of a card, or -1 when its lane is closed or does not show it yet. */
export function rowOf(rows: readonly LaneRow[], sprintId: string | null, index: number): number {
  return rows.findIndex((row) => row.kind === 'cards' && row.lane.sprintId === sprintId && row.index === index)
}

/** The nearest row above or below that holds a card in this column; -1 when there is none. */
export function cardRowFrom(rows: readonly LaneRow[], from: number, direction: 1 | -1, column: BoardColumn): number {
  for (let at = from + direction; at >= 0 && at < rows.length; at += direction) {
    const row = rows[at]
    if (row?.kind === 'cards' && row.index < (row.lane.counts[column] ?? 0)) return at
  }
  return -1
}
