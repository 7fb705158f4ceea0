import { useEffect } from 'react'
import type { BoardSummary } from '../../src-main/domain/board'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { comeTo, shownColumns } from './board-state'
import { BulkBar } from './bulk-bar'
import { CardMenu } from './card-menu'
import { ColumnHead } from './column-head'
import { GrabHint } from './grab-hint'
import { LaneCells, LaneMore } from './lane-cells'
import { LaneHeader } from './lane-header'
import { type PlacedRow, useLaneList } from './lane-list'
import { useLanePointer } from './lane-pointer'
import { cardRowFrom, rowOf } from './lane-rows'
import { type LaneState, type OpenLaneRows, useLaneState, useOpenLanes } from './lane-state'
import css from './lanes.module.css'
import { type LaneCards, useLaneCards } from './use-lane-cards'
import { useLaneKeys } from './use-lane-keys'
import { useFocusOnWish } from './use-pinned-focus'

const HELP =
  'Arrow keys move between cards and lanes. Space shows the mission beside the board, Enter opens it. X selects. ' +
  'M picks the card up; arrow keys then take it to another status or sprint, Space puts it down, Escape puts it back. ' +
  'S opens the menu.'

/** The card Tab reaches first: the longest blocked one of the first lane that has any, else the first there is. */
function useFirstActive({ rows, columns }: OpenLaneRows, state: LaneState, activeRow: number): void {
  const { set, goTo } = state.activeState
  useEffect(() => {
    if (activeRow >= 0) return
    for (const column of ['Blocked', ...columns] as const) {
      const row = rows[cardRowFrom(rows, -1, 1, column)]
      if (row?.kind !== 'cards') continue
      comeTo({ set, goTo }, { column, index: row.index, sprintId: row.lane.sprintId, id: null })
      return
    }
  }, [activeRow, rows, columns, set, goTo])
}

interface RowProps {
  placed: PlacedRow
  lanes: OpenLaneRows
  state: LaneState
  cardAt: LaneCards['cardAt']
}

function Row({ placed: { row, stuck, start }, lanes, state, cardAt }: RowProps) {
  const place = stuck ? {} : { style: { transform: `translateY(${start}px)` } }
  const { lane } = row
  if (row.kind === 'lane') {
    return (
      <div className={css.lane} data-stuck={stuck} {...place}>
        <LaneHeader lane={lane} open={lanes.isOpen(lane)} onToggle={() => lanes.toggle(lane)} />
      </div>
    )
  }
  return (
    <div className={css.row} data-kind={row.kind} {...place}>
      {row.kind === 'more' ? (
        <LaneMore columns={lanes.columns} lane={lane} shown={row.shown} onMore={() => lanes.more(lane)} />
      ) : (
        <LaneCells
          columns={lanes.columns}
          row={row}
          cardAt={cardAt}
          active={state.activeState.active}
          selected={state.selection.ids}
          ringed={state.menu?.id ?? null}
          opened={state.opened}
          grabbed={state.lift.lifted?.grabbed ? state.lift.lifted.card.id : null}
        />
      )}
    </div>
  )
}

/** The board by sprint: one lane each, open where work goes on, closed where it is finished. */
export function Swimlanes({ summary, filter }: { summary: BoardSummary; filter: string }) {
  const state = useLaneState(filter)
  const { lifted } = state.lift
  const lanes = useOpenLanes(summary, lifted)
  const { active, wish } = state.activeState
  const { rows, columns } = lanes
  const activeRow = active ? rowOf(rows, active.sprintId ?? null, active.index) : -1
  const { placed, height, show } = useLaneList(rows, activeRow, state.scroll)
  const { cardAt, error } = useLaneCards(
    filter,
    placed.map(({ row }) => row),
    columns,
    lifted,
  )
  const onKeyDown = useLaneKeys(state, lanes, cardAt)
  const pointer = useLanePointer(state)
  useFirstActive(lanes, state, activeRow)
  const activeCard = activeRow >= 0 ? '[data-card][tabindex="0"]' : null
  useFocusOnWish(wish, state.scroll, activeCard, () => show(activeRow))
  const heads = shownColumns(summary)
  return (
    <div className={css.lanes} data-columns={columns.length}>
      <p id="board-help" className="sr-only">
        {HELP}
      </p>
      <div className={css.heads}>
        {heads.map((head) => (
          <ColumnHead key={head.column} state={head} count={head.count} />
        ))}
      </div>
      {error && <InlineError error={error} />}
      {rows.length === 0 && (
        <EmptyState title={summary.total === 0 ? 'No missions yet' : 'No mission matches the filter'} />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and clicks of all cards are handled in one place */}
      <div className={css.scroll} ref={state.scroll} onKeyDown={onKeyDown} {...pointer}>
        <div className={css.list} style={{ height }}>
          {placed.map((one) => (
            <Row key={one.key} placed={one} lanes={lanes} state={state} cardAt={cardAt} />
          ))}
        </div>
      </div>
      {lifted?.grabbed && <GrabHint id={lifted.card.id} upAndDown="sprint" />}
      <BulkBar selection={state.selection} move={state.move} />
      <CardMenu menu={state.menu} onClose={() => state.openMenu(null)} move={state.move} columns={heads} />
    </div>
  )
}
