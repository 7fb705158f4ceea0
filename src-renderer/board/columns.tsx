import type { FocusEvent, MouseEvent } from 'react'
import type { BoardSummary } from '../../src-main/domain/board'
import { useGo, usePlace } from '../shell/place'
import { type BoardState, shownColumns, useBoardState } from './board-state'
import { BulkBar } from './bulk-bar'
import { CardMenu } from './card-menu'
import { Column } from './column'
import css from './columns.module.css'
import { GrabHint } from './grab-hint'
import { useCardKeys } from './use-card-keys'
import { useDrops } from './use-drops'

const HELP =
  'Arrow keys move between cards. Space shows the mission beside the board, Enter opens it. X selects. ' +
  'M picks the card up; arrow keys then move it, Space puts it down, Escape puts it back. S opens the menu.'

function cardOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null
}

function usePointer(state: BoardState) {
  const go = useGo()
  const activate = (card: HTMLElement) => {
    const id = card.dataset.card
    const row = card.closest<HTMLElement>('[data-index]')
    const column = state.columns.find((one) => one === card.closest<HTMLElement>('[data-column]')?.dataset.column)
    if (id && row && column) state.activeState.set({ column, index: Number(row.dataset.index), id })
    return id
  }
  const onFocus = (event: FocusEvent) => {
    const card = cardOf(event.target)
    if (card && card.dataset.card !== state.activeState.active?.id) activate(card)
  }
  const onClick = (event: MouseEvent) => {
    const card = cardOf(event.target)
    const id = card && activate(card)
    if (!card || !id) return
    const kebab = event.target instanceof Element ? event.target.closest('[data-card-menu]') : null
    if (kebab) state.openMenu({ id, anchor: kebab })
    else if (event.ctrlKey || event.metaKey || event.shiftKey) state.selection.toggle(id)
    else go.openMission(id)
  }
  const onContextMenu = (event: MouseEvent) => {
    const card = cardOf(event.target)
    const id = card && activate(card)
    if (!card || !id) return
    event.preventDefault()
    state.openMenu({ id, anchor: card })
  }
  return { onFocus, onClick, onContextMenu }
}

/** The board in columns: five lists that scroll by themselves, steered by pointer and by keys. */
export function Columns({ summary, filter }: { summary: BoardSummary; filter: string }) {
  const state = useBoardState(summary, filter)
  const { active, wish } = state.activeState
  const { lifted } = state.lift
  const onKeyDown = useCardKeys(state)
  const pointer = usePointer(state)
  useDrops(state)
  const { mission: opened } = usePlace()
  const columns = shownColumns(summary)
  return (
    <>
      <p id="board-help" className="sr-only">
        {HELP}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and clicks of all cards are handled in one place */}
      <div ref={state.board} className={css.grid} data-columns={columns.length} onKeyDown={onKeyDown} {...pointer}>
        {columns.map((one) => (
          <Column
            key={one.column}
            state={one}
            filter={filter}
            active={active?.column === one.column ? active : null}
            wish={wish}
            selected={state.selection.ids}
            lifted={lifted?.from.column === one.column || lifted?.to.column === one.column ? lifted : null}
            ringed={state.menu?.id ?? null}
            opened={opened}
            register={state.handles.register}
          />
        ))}
      </div>
      {lifted?.grabbed && <GrabHint id={lifted.card.id} upAndDown="rank" />}
      <BulkBar selection={state.selection} move={state.move} />
      <CardMenu menu={state.menu} onClose={() => state.openMenu(null)} move={state.move} columns={columns} />
    </>
  )
}
