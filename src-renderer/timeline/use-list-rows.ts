import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useRef } from 'react'
import { ROW } from './list-anchor'
import type { TimelineRow } from './timeline-rows'

export interface PlacedRow {
  readonly index: number
  readonly row: TimelineRow
  readonly start: number
  /** The heading of the day on top sticks there and has no place of its own. */
  readonly stuck: boolean
}

/** The rows in view; the heading of the day on top and the active row are always among them. */
export function useListRows(rows: readonly TimelineRow[], active: number, scroll: RefObject<HTMLElement | null>) {
  const sticky = useRef(0)
  const rangeExtractor = useCallback(
    (range: Range) => {
      let top = Math.min(range.startIndex, rows.length - 1)
      while (top > 0 && rows[top]?.kind !== 'day') top -= 1
      sticky.current = top
      const pinned = active >= 0 && active < rows.length ? [active] : []
      return [...new Set([Math.max(0, top), ...pinned, ...defaultRangeExtractor(range)])].sort((a, b) => a - b)
    },
    [rows, active],
  )
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
    scrollPaddingStart: ROW,
    rangeExtractor,
  })
  const items = list.getVirtualItems()
  const placed = items.flatMap(({ index, start }): PlacedRow[] => {
    const row = rows[index]
    return row ? [{ index, row, start, stuck: index === sticky.current && row.kind === 'day' }] : []
  })
  return { placed, height: list.getTotalSize(), show: (index: number) => list.scrollToIndex(index, { align: 'auto' }) }
}
