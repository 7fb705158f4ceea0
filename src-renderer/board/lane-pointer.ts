import type { FocusEvent, MouseEvent } from 'react'
import { BOARD_COLUMNS } from '../../src-main/domain/mission-status'
import { useGo } from '../shell/place'
import type { LaneState } from './lane-state'

/** What the pointer does on the cards of all lanes, as handlers for the whole list. */
export function useLanePointer(state: LaneState) {
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
