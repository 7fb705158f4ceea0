import { useCallback, useMemo, useRef } from 'react'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import type { ColumnHandle } from './column'

export interface ColumnHandles {
  readonly register: (column: BoardColumn, handle: ColumnHandle | null) => void
  readonly of: (column: BoardColumn) => ColumnHandle | undefined
  /** The index in `column` that stands at the same height on screen as an element. */
  readonly levelWith: (element: Element, column: BoardColumn) => number
  /** How many whole cards of a column fit on the screen. */
  readonly pageOf: (column: BoardColumn) => number
}

/** The columns on screen, for those who steer them. */
export function useColumnHandles(): ColumnHandles {
  const handles = useRef(new Map<BoardColumn, ColumnHandle>())
  const register = useCallback((column: BoardColumn, handle: ColumnHandle | null) => {
    if (handle) handles.current.set(column, handle)
    else handles.current.delete(column)
  }, [])
  return useMemo(() => {
    const of = (column: BoardColumn) => handles.current.get(column)
    return {
      register,
      of,
      levelWith: (element, column) => {
        const handle = of(column)
        if (!handle) return 0
        const { scroll, rowHeight } = handle
        const height = element.getBoundingClientRect().top + 12 - scroll.getBoundingClientRect().top
        return Math.max(0, Math.floor((height + scroll.scrollTop) / rowHeight))
      },
      pageOf: (column) => {
        const handle = of(column)
        return handle ? Math.max(1, Math.floor(handle.scroll.clientHeight / handle.rowHeight) - 1) : 1
      },
    }
  }, [register])
}
