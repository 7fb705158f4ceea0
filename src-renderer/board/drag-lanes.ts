import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { BOARD_COLUMNS } from '../../src-main/domain/mission-status'
import { draggedIds } from './drag-card'

export interface CellDrop {
  readonly column: BoardColumn
  readonly sprintId: string | null
}

function cellAt(x: number, y: number): HTMLElement | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-cell]') ?? null
}

function dropOf(cell: HTMLElement): CellDrop | null {
  const column = BOARD_COLUMNS.find((one) => one === cell.dataset.cell)
  return column ? { column, sprintId: cell.dataset.lane ?? null } : null
}

/** Makes the cells of the swimlanes take cards; one drop target for all of them, since rows come and go. */
export function dropOnLanes(scroll: HTMLElement, onDrop: (ids: readonly string[], drop: CellDrop) => void): () => void {
  let marked: HTMLElement | null = null
  const mark = (cell: HTMLElement | null) => {
    if (cell === marked) return
    if (marked) delete marked.dataset.over
    if (cell) cell.dataset.over = 'true'
    marked = cell
  }
  return combine(
    autoScrollForElements({ element: scroll }),
    dropTargetForElements({
      element: scroll,
      onDrag: ({ location }) => mark(cellAt(location.current.input.clientX, location.current.input.clientY)),
      onDragLeave: () => mark(null),
      onDrop: ({ location, source }) => {
        const cell = cellAt(location.current.input.clientX, location.current.input.clientY)
        const drop = cell && dropOf(cell)
        mark(null)
        if (drop && typeof source.data.mission === 'string') onDrop(draggedIds(source.data.mission), drop)
      },
    }),
  )
}
