import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { LANE_ROW_HEIGHTS, type LaneRow, laneRowKey } from './lane-rows'

export interface PlacedRow {
  readonly key: string
  readonly row: LaneRow
  /** The lane header on top sticks there and has no place of its own. */
  readonly stuck: boolean
  readonly start: number
}

/** The windowed rows of the swimlanes; the header of the lane on top and the active row are always among them. */
export function useLaneList(
  rows: readonly LaneRow[],
  activeRow: number,
  scroll: { readonly current: HTMLElement | null },
) {
  const sticky = useRef(0)
  const rangeExtractor = useCallback(
    (range: Range) => {
      let top = Math.min(range.startIndex, rows.length - 1)
      while (top > 0 && rows[top]?.kind !== 'lane') top -= 1
      sticky.current = top
      const pinned = activeRow >= 0 && activeRow < rows.length ? [activeRow] : []
      return [...new Set([top, ...pinned, ...defaultRangeExtractor(range)])].sort((a, b) => a - b)
    },
    [rows, activeRow],
  )
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => LANE_ROW_HEIGHTS[rows[index]?.kind ?? 'cards'],
    getItemKey: (index) => {
      const row = rows[index]
      return row ? laneRowKey(row) : index
    },
    overscan: 6,
    scrollPaddingStart: LANE_ROW_HEIGHTS.lane,
    rangeExtractor,
  })
  // Opening a lane changes what stands at an index, so the heights are worked out anew.
  useLayoutEffect(() => {
    if (rows.length > 0) list.measure()
  }, [rows, list])
  const placed = list.getVirtualItems().flatMap(({ index, start }): PlacedRow[] => {
    const row = rows[index]
    return row ? [{ key: laneRowKey(row), row, stuck: index === sticky.current, start }] : []
  })
  return { placed, height: list.getTotalSize(), show: (row: number) => list.scrollToIndex(row, { align: 'auto' }) }
}
