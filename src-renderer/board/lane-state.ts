import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BoardSummary } from '../../src-main/domain/board'
import type { MissionCard } from '../../src-main/domain/mission-card'
import { columnOf } from '../../src-main/domain/mission-status'
import { bridgeQuery, call } from '../bridge/bridge'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { announce } from '../parts/announce'
import { useToast } from '../parts/use-toast'
import { usePlace } from '../shell/place'
import { type OpenMenu, shownColumns, useTargets } from './board-state'
import { type CellDrop, dropOnLanes } from './drag-lanes'
import { knownCard } from './known-cards'
import {
  FIRST_ROWS,
  type Lane,
  laneRows,
  MORE_ROWS,
  type OpenLanes,
  openUnder,
  rowsShown,
  shownLanes,
} from './lane-rows'
import type { Lift } from './spot'
import { useActive } from './use-active'
import { type Put, useLift } from './use-lift'
import { type Move, type Moved, useMoves } from './use-moves'
import { useSelection } from './use-selection'

/** Which lanes are open and how much of them is shown, with the card that is on its way. */
export function useOpenLanes(summary: BoardSummary, lift: Lift | null) {
  const [open, setOpen] = useState<OpenLanes>(new Map())
  const columns = useMemo(() => shownColumns(summary).map(({ column }) => column), [summary])
  const lanes = useMemo(() => shownLanes(summary.lanes, columns, lift), [summary.lanes, columns, lift])
  const rows = useMemo(() => laneRows(lanes, columns, openUnder(open, lanes, lift)), [lanes, columns, open, lift])
  const show = (lane: Lane, count: number) => setOpen((before) => new Map(before).set(lane.sprintId, count))
  return {
    columns,
    lanes,
    rows,
    isOpen: (lane: Lane) => rowsShown(lane, open) > 0,
    toggle: (lane: Lane) => show(lane, rowsShown(lane, open) > 0 ? 0 : FIRST_ROWS),
    more: (lane: Lane) => show(lane, rowsShown(lane, open) + MORE_ROWS),
  }
}

export type OpenLaneRows = ReturnType<typeof useOpenLanes>

/** Why a drop that changes both is not carried out: each can be refused, and taken back, by itself. */
export const ONE_AT_A_TIME = 'Change the status or the sprint, one at a time'

/** A drop on another cell of the same lane changes the status; on another lane it puts the missions in that sprint. */
function useCellDrop(move: Move): (cards: readonly MissionCard[], drop: CellDrop) => Promise<Moved> {
  const toast = useToast()
  return useCallback(
    async (cards, { column, sprintId }) => {
      const elsewhere = cards.filter((card) => columnOf(card.status) !== column)
      const strangers = cards.filter((card) => card.sprintId !== sprintId)
      if (strangers.length === 0) return elsewhere.length > 0 ? move(elsewhere, column) : 'refused'
      if (elsewhere.length > 0) {
        toast.refused(new Error(`${ONE_AT_A_TIME}: drop inside the same lane or column.`))
        return 'refused'
      }
      try {
        const receipt = await call('missions.assignSprint', { ids: strangers.map((card) => card.id), sprintId })
        const said = `Put ${formatCounted(strangers.length, 'mission')} in ${visibleText(sprintId ?? 'no sprint')}`
        toast.done(said, receipt)
        announce(`${said}.`)
        return 'moved'
      } catch (error) {
        toast.refused(error)
        return 'refused'
      }
    },
    [move, toast],
  )
}

/** What the board in swimlanes keeps: the active card, the selection, the menu, and how cards move. */
export function useLaneState(filter: string) {
  const scroll = useRef<HTMLDivElement>(null)
  const activeState = useActive(filter, scroll, true)
  const selection = useSelection()
  const move = useMoves(filter)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const { data: settings } = useQuery(bridgeQuery('settings.get', {}))
  const onDrop = useCellDrop(move)
  const put = useCallback<Put>(
    ({ card, to }) => onDrop([card], { column: to.column, sprintId: to.sprintId ?? null }),
    [onDrop],
  )
  const lift = useLift(put)
  const { mission: opened } = usePlace()
  useTargets(selection, activeState.active)
  useEffect(() => {
    if (!scroll.current) return
    return dropOnLanes(scroll.current, (ids, drop) => {
      const cards = ids.map((id) => knownCard(id)).filter((card) => card !== undefined)
      void onDrop(cards, drop)
    })
  }, [onDrop])
  return {
    scroll,
    activeState,
    selection,
    move,
    lift,
    menu,
    openMenu: setMenu,
    opened,
    letters: settings?.letterShortcuts ?? true,
  }
}
export type LaneState = ReturnType<typeof useLaneState>
