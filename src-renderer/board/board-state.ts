import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BoardSummary } from '../../src-main/domain/board'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { bridgeQuery } from '../bridge/bridge'
import { focusIsLost } from '../parts/stops'
import { usePlace } from '../shell/place'
import { type Target, useActionTargets } from '../shell/targets'
import { knownCard } from './known-cards'
import { type Active, type ActiveState, useActive } from './use-active'
import { type ColumnHandles, useColumnHandles } from './use-column-handles'
import { type LiftState, type Put, useLift } from './use-lift'
import { type Move, useMoves } from './use-moves'
import { type Selection, useSelection } from './use-selection'

export interface OpenMenu {
  readonly id: string
  readonly anchor: Element
}

/** All that the parts of the board in columns have in common. */
export interface BoardState {
  readonly summary: BoardSummary
  readonly filter: string
  readonly board: { readonly current: HTMLDivElement | null }
  readonly columns: readonly BoardColumn[]
  readonly activeState: ActiveState
  readonly selection: Selection
  readonly handles: ColumnHandles
  readonly move: Move
  readonly lift: LiftState
  readonly menu: OpenMenu | null
  readonly openMenu: (menu: OpenMenu | null) => void
  readonly letters: boolean
}

/** Columns on show: the five of the lifecycle, and Other only where a store holds such missions. */
export function shownColumns(summary: BoardSummary): BoardSummary['columns'] {
  return summary.columns.filter(({ column, total }) => column !== 'Other' || total > 0)
}

/** The missions that keys and menus act on: those selected, else the active one. */
export function useTargets(selection: Selection, active: ActiveState['active']): void {
  const targets = useMemo((): readonly Target[] => {
    if (selection.ids.size > 0) {
      return [...selection.ids].map((id) => ({ id, status: knownCard(id)?.status ?? '' }))
    }
    if (!active?.id) return []
    return [{ id: active.id, status: knownCard(active.id)?.status ?? active.column }]
  }, [selection.ids, active])
  useActionTargets(targets)
}

/** Takes the focus when nothing has it, so that keys work from the first moment on. */
export function comeTo({ set, goTo }: Pick<ActiveState, 'set' | 'goTo'>, first: Active): void {
  if (focusIsLost()) goTo(first)
  else set(first)
}

/** The first card an operator would want: the one that has been blocked longest, else the first there is. */
function useFirstActive(summary: BoardSummary, { active, set, goTo }: ActiveState): void {
  useEffect(() => {
    if (active) return
    const filled = summary.columns.filter(({ count }) => count > 0)
    const first = filled.find(({ column }) => column === 'Blocked') ?? filled[0]
    if (first) comeTo({ set, goTo }, { column: first.column, index: 0, id: null })
  }, [active, summary, set, goTo])
}

/** Learns the id of the card at the active place once its page is here. */
function useActiveId({ active, set }: ActiveState, handles: ColumnHandles): void {
  useEffect(() => {
    if (!active || active.id !== null) return
    const learn = () => {
      const card = handles.of(active.column)?.cardAt(active.index)
      if (card) set({ ...active, id: card.id })
      return card !== undefined
    }
    if (learn()) return
    const again = setInterval(() => {
      if (learn()) clearInterval(again)
    }, 50)
    return () => clearInterval(again)
  }, [active, set, handles])
}

/** Goes to the mission that the address names when it came from elsewhere, a palette or a link. */
function useNamedMission({ active, find }: ActiveState): void {
  const { mission } = usePlace()
  const seen = useRef<string | undefined>(undefined)
  const activeId = active?.id
  useEffect(() => {
    if (mission === seen.current) return
    seen.current = mission
    if (mission !== undefined && mission !== activeId) void find(mission).catch(() => undefined)
  }, [mission, activeId, find])
}

/** Keeps the active card's column in view when the mission's panel takes room from the board. */
function useColumnInView(board: BoardState['board'], { active }: ActiveState): void {
  const { mission } = usePlace()
  const isOpen = mission !== undefined
  const column = active?.column
  useEffect(() => {
    if (!isOpen || !column) return
    const frame = requestAnimationFrame(() =>
      board.current
        ?.querySelector(`[data-column="${column}"]`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [isOpen, column, board])
}

export function useBoardState(summary: BoardSummary, filter: string): BoardState {
  const board = useRef<HTMLDivElement>(null)
  const activeState = useActive(filter, board)
  const selection = useSelection()
  const handles = useColumnHandles()
  const move = useMoves(filter)
  const put = useCallback<Put>(({ card, to }, before) => move([card], to.column, before), [move])
  const lift = useLift(put)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const openMenu = useCallback((next: OpenMenu | null) => setMenu(next), [])
  const { data: settings } = useQuery(bridgeQuery('settings.get', {}))
  const columns = useMemo(() => shownColumns(summary).map(({ column }) => column), [summary])
  useTargets(selection, activeState.active)
  useFirstActive(summary, activeState)
  useActiveId(activeState, handles)
  useNamedMission(activeState)
  useColumnInView(board, activeState)
  const letters = settings?.letterShortcuts ?? true
  return { summary, filter, board, columns, activeState, selection, handles, move, lift, menu, openMenu, letters }
}
