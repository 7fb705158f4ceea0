import type { KeyboardEvent } from 'react'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { queryClient } from '../bridge/bridge'
import { formatCount } from '../format'
import { announce } from '../parts/announce'
import { type CardIntent, cardIntent } from './board-keys'
import type { BoardState } from './board-state'
import { carryByKey, putDown } from './carry-keys'
import { clamp } from './spot'
import type { Active } from './use-active'
import { useCardActs } from './use-card-acts'
import { pageQuery } from './use-column-cards'
import { MOST_SELECTED } from './use-selection'

function countOf(state: BoardState, column: BoardColumn): number {
  return state.summary.columns.find((one) => one.column === column)?.count ?? 0
}

function placeAt(state: BoardState, column: BoardColumn, wanted: number): Active {
  const index = clamp(wanted, 0, Math.max(0, countOf(state, column) - 1))
  return { column, index, id: state.handles.of(column)?.cardAt(index)?.id ?? null }
}

/** The nearest column to the side that has a card at all. */
function columnBeside(state: BoardState, column: BoardColumn, direction: 1 | -1): BoardColumn | null {
  const { columns } = state
  for (let at = columns.indexOf(column) + direction; at >= 0 && at < columns.length; at += direction) {
    const beside = columns[at]
    if (beside && countOf(state, beside) > 0) return beside
  }
  return null
}

function destination(state: BoardState, active: Active, card: Element, intent: CardIntent): Active | null {
  const { column, index } = active
  if (intent.kind === 'step') return placeAt(state, column, index + intent.rows)
  if (intent.kind === 'page') return placeAt(state, column, index + intent.direction * state.handles.pageOf(column))
  if (intent.kind === 'edge') return placeAt(state, column, intent.end === 'first' ? 0 : countOf(state, column) - 1)
  if (intent.kind !== 'column') return null
  const beside = columnBeside(state, column, intent.direction)
  return beside && placeAt(state, beside, state.handles.levelWith(card, beside))
}

async function selectColumn(state: BoardState, column: BoardColumn): Promise<void> {
  const count = countOf(state, column)
  const pages = Array.from({ length: Math.ceil(Math.min(count, MOST_SELECTED) / 100) }, (_, page) => page)
  const answers = await Promise.all(
    pages.map((page) => queryClient.fetchQuery(pageQuery({ filter: state.filter, column }, page))),
  )
  const ids = answers.flatMap((answer) => answer.cards.map((card) => card.id)).slice(0, MOST_SELECTED)
  state.selection.add(ids)
  const all =
    ids.length < count ? `${formatCount(ids.length)} of ${formatCount(count)}, the most at once` : formatCount(count)
  announce(`Selected ${all}.`)
}

/** Everything the keyboard can do on the board in columns, as one handler for the whole of it. */
export function useCardKeys(state: BoardState): (event: KeyboardEvent) => void {
  const acts = useCardActs(state.selection, state.openMenu)

  const moveTo = (next: Active, from: Active, extend: boolean) => {
    if (extend) state.selection.add([from.id, next.id].filter((id) => id !== null))
    state.activeState.goTo(next)
    acts.follow(next.id)
  }

  const act = (intent: CardIntent, active: Active, card: HTMLElement, id: string) => {
    const known = state.handles.of(active.column)?.cardAt(active.index)
    if (intent.kind === 'selectColumn') void selectColumn(state, active.column)
    else if (intent.kind === 'grab' && known) state.lift.grab(known, active)
    else acts.act(intent, id, card)
  }

  return (event) => {
    const card = event.target instanceof HTMLElement ? event.target : null
    const { active } = state.activeState
    if (!card?.dataset.card || !active) return
    const lifted = state.lift.lifted?.grabbed ? state.lift.lifted : null
    const intent = cardIntent(event, state.letters, lifted !== null)
    if (!intent) return
    event.preventDefault()
    event.stopPropagation()
    if (lifted) {
      if (intent.kind === 'drop') putDown(state, lifted)
      else carryByKey(state, lifted, intent, card)
      return
    }
    const next = destination(state, active, card, intent)
    if (next) moveTo(next, active, intent.kind === 'step' && intent.extend)
    else act(intent, active, card, card.dataset.card)
  }
}
