import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { columnOf } from '../../src-main/domain/mission-status'
import { draggedIds } from './drag-card'
import { knownCard } from './known-cards'
import { isRanked } from './move-plan'
import { clamp } from './spot'

interface ColumnElements {
  readonly section: HTMLElement
  readonly scroll: HTMLElement
  /** The line that shows where the card would go in. */
  readonly line: HTMLElement
}

/** What a drop on a column says: which one, and before which place when the order there is the operator's. */
export interface ColumnDrop extends Record<string | symbol, unknown> {
  readonly column: BoardColumn
  readonly index: number
}

function takesRank(column: BoardColumn, mission: unknown): boolean {
  if (typeof mission !== 'string' || !isRanked(column) || draggedIds(mission).length > 1) return false
  const card = knownCard(mission)
  return card !== undefined && columnOf(card.status) === column
}

/**
 * Makes a column the drop target of its cards. Pointer moves touch two attributes and one transform; nothing is rendered.
 */
export function dropOnColumn(
  { section, scroll, line }: ColumnElements,
  column: BoardColumn,
  rowHeight: number,
  count: () => number,
): () => void {
  const indexAt = (y: number) =>
    clamp(Math.round((y - scroll.getBoundingClientRect().top + scroll.scrollTop) / rowHeight), 0, count())
  const leave = () => {
    delete section.dataset.over
    line.hidden = true
  }
  return combine(
    autoScrollForElements({ element: scroll }),
    dropTargetForElements({
      element: section,
      getData: ({ input }): ColumnDrop => ({ column, index: indexAt(input.clientY) }),
      onDrag: ({ location, source }) => {
        section.dataset.over = 'true'
        line.hidden = !takesRank(column, source.data.mission)
        line.style.transform = `translateY(${indexAt(location.current.input.clientY) * rowHeight - 4}px)`
      },
      onDragLeave: leave,
      onDrop: leave,
    }),
  )
}
