import { announce } from '../parts/announce'
import type { CardIntent } from './board-keys'
import type { BoardState } from './board-state'
import type { LiftedCard } from './column'
import { isRanked } from './move-plan'
import { clamp, type Spot, shownCount } from './spot'
import { followCard, isAtHome, neighbour, placeWords } from './use-lift'

function countWith(state: BoardState, lifted: LiftedCard, to: Spot): number {
  const stored = state.summary.columns.find((one) => one.column === to.column)?.count ?? 0
  return shownCount(to, stored, { from: lifted.from, to })
}

function rowsOf(intent: CardIntent, state: BoardState, to: Spot): number {
  if (intent.kind === 'step') return intent.rows
  if (intent.kind === 'page') return intent.direction * state.handles.pageOf(to.column)
  if (intent.kind === 'edge') return intent.end === 'first' ? -to.index : Number.MAX_SAFE_INTEGER
  return 0
}

function nextPlace(state: BoardState, lifted: LiftedCard, intent: CardIntent, card: Element): Spot | null {
  const { to } = lifted
  if (intent.kind === 'column') {
    const column = neighbour(state.columns, to.column, intent.direction)
    if (!column) return null
    return { column, index: column === lifted.from.column ? lifted.from.index : state.handles.levelWith(card, column) }
  }
  return { column: to.column, index: to.index + rowsOf(intent, state, to) }
}

/** Carries the picked up card by one key press: sideways to another status, up and down to another rank. */
export function carryByKey(state: BoardState, lifted: LiftedCard, intent: CardIntent, card: Element): void {
  if (intent.kind === 'escape') {
    state.activeState.goTo({ ...lifted.from, id: lifted.card.id })
    state.lift.cancel()
    return
  }
  const wanted = nextPlace(state, lifted, intent, card)
  if (!wanted) {
    announce('Edge of the board.')
    return
  }
  const sameColumn = wanted.column === lifted.to.column
  if (sameColumn && (!isRanked(wanted.column) || wanted.column !== lifted.from.column)) {
    announce(`${wanted.column} finds the place itself.`)
    return
  }
  const count = countWith(state, lifted, wanted)
  const to = { ...wanted, index: clamp(wanted.index, 0, count - 1) }
  state.lift.carry(to, `${placeWords(to, count)}${isRanked(to.column) ? '' : ', ordered by time'}.`)
  state.activeState.goTo({ ...to, id: lifted.card.id })
}

/** Puts the picked up card down where it is shown. */
export function putDown(state: BoardState, lifted: LiftedCard): void {
  if (isAtHome(lifted)) {
    state.lift.cancel()
    return
  }
  const { from, to } = lifted
  const follower = to.column === from.column && to.index >= from.index ? to.index + 1 : to.index
  const before = state.handles.of(to.column)?.cardAt(follower)?.id ?? null
  void state.lift.drop(lifted, before).then((outcome) => followCard(outcome, lifted, state.activeState))
}
