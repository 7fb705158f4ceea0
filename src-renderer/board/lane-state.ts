import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BoardSummary } from '../../src-main/domain/board'
import { columnOf } from '../../src-main/domain/mission-status'
import { bridgeQuery, call } from '../bridge/bridge'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { useToast } from '../parts/use-toast'
import { usePlace } from '../shell/place'
import { type OpenMenu, shownColumns, useTargets } from './board-state'
import { type CellDrop, dropOnLanes } from './drag-lanes'
import { knownCard } from './known-cards'
import { FIRST_ROWS, type Lane, laneRows, MORE_ROWS, type OpenLanes, rowsShown } from './lane-rows'
import { useActive } from './use-active'
import { type Move, useMoves } from './use-moves'
import { useSelection } from './use-selection'

/** Which lanes are open and how much of them is shown. */
export function useOpenLanes(summary: BoardSummary) {
  const [open, setOpen] = useState<OpenLanes>(new Map())
  const columns = useMemo(() => shownColumns(summary).map(({ column }) => column), [summary])
  const rows = useMemo(() => laneRows(summary.lanes, columns, open), [summary.lanes, columns, open])
  const show = (lane: Lane, count: number) => setOpen((before) => new Map(before).set(lane.sprintId, count))
  return {
    columns,
    rows,
    isOpen: (lane: Lane) => rowsShown(lane, open) > 0,
    toggle: (lane: Lane) => show(lane, rowsShown(lane, open) > 0 ? 0 : FIRST_ROWS),
    more: (lane: Lane) => show(lane, rowsShown(lane, open) + MORE_ROWS),
  }
}

export type OpenLaneRows = ReturnType<typeof useOpenLanes>

/** A drop on another cell of the same lane changes the status; on another lane it puts the missions in that sprint. */
function useCellDrop(move: Move): (ids: readonly string[], drop: CellDrop) => void {
  const toast = useToast()
  return useCallback(
    async (ids, { column, sprintId }) => {
      const cards = ids.map((id) => knownCard(id)).filter((card) => card !== undefined)
      const elsewhere = cards.filter((card) => columnOf(card.status) !== column)
      const strangers = cards.filter((card) => card.sprintId !== sprintId)
      if (strangers.length === 0) {
        if (elsewhere.length > 0) await move(elsewhere, column)
        return
      }
      if (elsewhere.length > 0) {
        toast.refused(new Error('Change the status or the sprint, one at a time: drop inside the same lane or column.'))
        return
      }
      try {
        const receipt = await call('missions.assignSprint', { ids: strangers.map((card) => card.id), sprintId })
        toast.done(
          `Put ${formatCounted(strangers.length, 'mission')} in ${visibleText(sprintId ?? 'no sprint')}`,
          receipt,
        )
      } catch (error) {
        toast.refused(error)
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
  const { mission: opened } = usePlace()
  useTargets(selection, activeState.active)
  useEffect(() => (scroll.current ? dropOnLanes(scroll.current, onDrop) : undefined), [onDrop])
  return {
    scroll,
    activeState,
    selection,
    move,
    menu,
    openMenu: setMenu,
    opened,
    letters: settings?.letterShortcuts ?? true,
  }
}
export type LaneState = ReturnType<typeof useLaneState>
