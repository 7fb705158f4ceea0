import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useRef } from 'react'
import { columnOf } from '../../src-main/domain/mission-status'
import type { BoardState } from './board-state'
import { draggedIds } from './drag-card'
import type { ColumnDrop } from './drag-column'
import { knownCard } from './known-cards'

function isColumnDrop(data: Record<string | symbol, unknown>): data is ColumnDrop {
  return typeof data.column === 'string' && typeof data.index === 'number'
}

function dropMany(state: BoardState, ids: readonly string[], drop: ColumnDrop): void {
  const carried = ids.map((id) => knownCard(id)).filter((card) => card !== undefined)
  void state.move(carried, drop.column)
}

function dropOne(state: BoardState, id: string, drop: ColumnDrop): void {
  const card = knownCard(id)
  const shown = document
    .querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
    ?.closest<HTMLElement>('[data-index]')
  if (!card || !shown) return
  const from = { column: columnOf(card.status), index: Number(shown.dataset.index) }
  if (from.column !== drop.column) {
    void state.lift.drop({ card, from, to: { column: drop.column, index: drop.index }, grabbed: false }, null)
    return
  }
  // The line stands between two cards of the list that still holds the dragged one.
  if (drop.index === from.index || drop.index === from.index + 1) return
  const before = state.handles.of(drop.column)?.cardAt(drop.index)?.id ?? null
  const index = drop.index > from.index ? drop.index - 1 : drop.index
  void state.lift.drop({ card, from, to: { column: drop.column, index }, grabbed: false }, before)
}

/** Carries out what is dropped on a column. */
export function useDrops(state: BoardState): void {
  const latest = useRef(state)
  latest.current = state
  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => {
          const target = location.current.dropTargets[0]
          const id = source.data.mission
          if (!target || typeof id !== 'string' || !isColumnDrop(target.data)) return
          const ids = draggedIds(id)
          if (ids.length > 1) dropMany(latest.current, ids, target.data)
          else dropOne(latest.current, id, target.data)
        },
      }),
    [],
  )
}
