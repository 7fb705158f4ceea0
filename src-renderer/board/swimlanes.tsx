import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, type MouseEvent, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { BoardSummary } from '../../src-main/domain/board'
import { BOARD_COLUMNS } from '../../src-main/domain/mission-status'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { useGo } from '../shell/place'
import { shownColumns } from './board-state'
import { BulkBar } from './bulk-bar'
import { CardMenu } from './card-menu'
import { ColumnHead } from './column-head'
import { LaneCells, LaneMore } from './lane-cells'
import { LaneHeader } from './lane-header'
import { cardRowFrom, LANE_ROW_HEIGHTS, type LaneRow, laneRowKey, rowOf } from './lane-rows'
import { type LaneState, useLaneState, useOpenLanes } from './lane-state'
import css from './lanes.module.css'
import { useLaneCards } from './use-lane-cards'
import { useLaneKeys } from './use-lane-keys'

/** The header of the lane on top stays in view, and the active card stays in the page however far it is scrolled. */
function useRange(rows: readonly LaneRow[], activeRow: number) {
  const sticky = useRef(0)
  const extract = useCallback(
    (range: Range) => {
      let top = Math.min(range.startIndex, rows.length - 1)
      while (top > 0 && rows[top]?.kind !== 'lane') top -= 1
      sticky.current = top
      const pinned = activeRow >= 0 && activeRow < rows.length ? [activeRow] : []
      return [...new Set([top, ...pinned, ...defaultRangeExtractor(range)])].sort((a, b) => a - b)
    },
    [rows, activeRow],
  )
  return { extract, sticky }
}

function usePointer(state: LaneState) {
  const go = useGo()
  const activate = (target: EventTarget) => {
    const card = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null
    const cell = card?.closest<HTMLElement>('[data-cell]')
    const column = BOARD_COLUMNS.find((one) => one === cell?.dataset.cell)
    const id = card?.dataset.card
    if (!card || !id || !cell || !column) return null
    state.activeState.set({ column, index: Number(cell.dataset.index), sprintId: cell.dataset.lane ?? null, id })
    return { card, id }
  }
  const onFocus = (event: FocusEvent) => void activate(event.target)
  const onClick = (event: MouseEvent) => {
    const found = activate(event.target)
    if (!found) return
    const kebab = event.target instanceof Element ? event.target.closest('[data-card-menu]') : null
    if (kebab) state.openMenu({ id: found.id, anchor: kebab })
    else if (event.ctrlKey || event.metaKey || event.shiftKey) state.selection.toggle(found.id)
    else go.openMission(found.id)
  }
  const onContextMenu = (event: MouseEvent) => {
    const found = activate(event.target)
    if (!found) return
    event.preventDefault()
    state.openMenu({ id: found.id, anchor: found.card })
  }
  return { onFocus, onClick, onContextMenu }
}

/** The board by sprint: one lane each, open where work goes on, closed where it is finished. */
export function Swimlanes({ summary, filter }: { summary: BoardSummary; filter: string }) {
  const state = useLaneState(filter)
  const lanes = useOpenLanes(summary)
  const { active, focusRequest, set } = state.activeState
  const { rows, columns } = lanes
  const activeRow = active ? rowOf(rows, active.sprintId ?? null, active.index) : -1
  const { extract, sticky } = useRange(rows, activeRow)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => state.scroll.current,
    estimateSize: (index) => LANE_ROW_HEIGHTS[rows[index]?.kind ?? 'cards'],
    getItemKey: (index) => {
      const row = rows[index]
      return row ? laneRowKey(row) : index
    },
    overscan: 6,
    scrollPaddingStart: LANE_ROW_HEIGHTS.lane,
    rangeExtractor: extract,
  })
  // Opening a lane changes what stands at an index, so the heights are worked out anew.
  useLayoutEffect(() => {
    if (rows.length >= 0) list.measure()
  }, [rows, list])
  const items = list.getVirtualItems()
  const visible = items.map((item) => rows[item.index]).filter((row) => row !== undefined)
  const { cardAt, error } = useLaneCards(filter, visible, columns)
  const onKeyDown = useLaneKeys(state, rows, columns, cardAt)
  const pointer = usePointer(state)

  useEffect(() => {
    if (activeRow >= 0) return
    for (const column of ['Blocked', ...columns] as const) {
      const at = cardRowFrom(rows, -1, 1, column)
      const row = rows[at]
      if (row?.kind !== 'cards') continue
      set({ column, index: row.index, sprintId: row.lane.sprintId, id: null })
      return
    }
  }, [activeRow, rows, columns, set])

  const served = useRef(0)
  useLayoutEffect(() => {
    if (focusRequest > served.current && activeRow >= 0) list.scrollToIndex(activeRow, { align: 'auto' })
  }, [focusRequest, activeRow, list])
  useLayoutEffect(() => {
    if (focusRequest <= served.current) return
    const card = state.scroll.current?.querySelector<HTMLElement>('[data-card][tabindex="0"]')
    if (!card) return
    card.focus({ preventScroll: true })
    served.current = focusRequest
  })

  const heads = shownColumns(summary)
  return (
    <div className={css.lanes} data-columns={columns.length}>
      <p id="board-help" className="sr-only">
        Arrow keys move between cards and lanes. Space shows the mission beside the board, Enter opens it. S opens the
        menu.
      </p>
      <div className={css.heads}>
        {heads.map((head) => (
          <ColumnHead key={head.column} state={head} count={head.count} />
        ))}
      </div>
      {error && <InlineError error={error} />}
      {rows.length === 0 && <EmptyState title="No mission matches the filter" />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and clicks of all cards are handled in one place */}
      <div className={css.scroll} ref={state.scroll} onKeyDown={onKeyDown} {...pointer}>
        <div className={css.list} style={{ height: list.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index]
            if (!row) return null
            const place = item.index === sticky.current ? undefined : { transform: `translateY(${item.start}px)` }
            if (row.kind === 'lane') {
              const stuck = item.index === sticky.current
              return (
                <div key={item.key} className={css.lane} data-stuck={stuck} style={place}>
                  <LaneHeader lane={row.lane} open={lanes.isOpen(row.lane)} onToggle={() => lanes.toggle(row.lane)} />
                </div>
              )
            }
            return (
              <div key={item.key} className={css.row} data-kind={row.kind} style={place}>
                {row.kind === 'more' ? (
                  <LaneMore columns={columns} lane={row.lane} shown={row.shown} onMore={() => lanes.more(row.lane)} />
                ) : (
                  <LaneCells
                    columns={columns}
                    row={row}
                    cardAt={cardAt}
                    active={active}
                    selected={state.selection.ids}
                    ringed={state.menu?.id ?? null}
                  />
                )}
              </div>
            )
          })}
        </div>
      </div>
      <BulkBar selection={state.selection} move={state.move} />
      <CardMenu menu={state.menu} onClose={() => state.openMenu(null)} move={state.move} columns={heads} />
    </div>
  )
}
