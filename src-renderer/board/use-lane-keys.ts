import type { KeyboardEvent } from 'react'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { type CardIntent, cardIntent } from './board-keys'
import { carryInLanes } from './lane-carry'
import { cardRowFrom, type LaneRow, rowOf } from './lane-rows'
import type { LaneState, OpenLaneRows } from './lane-state'
import type { Active } from './use-active'
import { useCardActs } from './use-card-acts'
import type { LaneCards } from './use-lane-cards'

/** Steps over several rows, as far as there are cards. */
function walk(rows: readonly LaneRow[], from: number, steps: number, column: BoardColumn): number {
  const direction = steps > 0 ? 1 : -1
  let at = from
  for (let step = 0; step < Math.abs(steps); step++) {
    const next = cardRowFrom(rows, at, direction, column)
    if (next < 0) break
    at = next
  }
  return at
}

function beside(row: LaneRow, columns: readonly BoardColumn[], column: BoardColumn, direction: 1 | -1) {
  if (row.kind !== 'cards') return null
  for (let at = columns.indexOf(column) + direction; at >= 0 && at < columns.length; at += direction) {
    const next = columns[at]
    if (next && row.index < (row.lane.counts[next] ?? 0)) return next
  }
  return null
}

const EDGE = 1_000

function rowsToWalk(intent: CardIntent): number | null {
  if (intent.kind === 'step') return intent.rows
  if (intent.kind === 'page') return intent.direction * 6
  if (intent.kind === 'edge') return intent.end === 'first' ? -EDGE : EDGE
  return null
}

/** Keys of the swimlanes: arrows walk from card to card over lanes and columns, the rest is as in columns. */
export function useLaneKeys(
  state: LaneState,
  lanes: OpenLaneRows,
  cardAt: LaneCards['cardAt'],
): (event: KeyboardEvent) => void {
  const acts = useCardActs(state.selection, state.openMenu)
  const { rows, columns } = lanes

  const destination = (active: Active, intent: CardIntent): Active | null => {
    const from = rowOf(rows, active.sprintId ?? null, active.index)
    const present = rows[from]
    if (!present) return null
    const steps = rowsToWalk(intent)
    const column = intent.kind === 'column' ? beside(present, columns, active.column, intent.direction) : active.column
    if (!column || (steps === null && intent.kind !== 'column')) return null
    const row = rows[steps === null ? from : walk(rows, from, steps, column)]
    if (row?.kind !== 'cards') return null
    const { sprintId } = row.lane
    return { column, index: row.index, sprintId, id: cardAt(sprintId, column, row.index)?.id ?? null }
  }

  return (event) => {
    const card = event.target instanceof HTMLElement ? event.target : null
    const { active } = state.activeState
    if (!card?.dataset.card || !active) return
    const lifted = state.lift.lifted?.grabbed ? state.lift.lifted : null
    const intent = cardIntent(event, state.letters, lifted !== null)
    if (!intent || intent.kind === 'selectColumn') return
    event.preventDefault()
    event.stopPropagation()
    if (lifted) return carryInLanes(state, lanes, lifted, intent)
    const next = destination(active, intent)
    const known = cardAt(active.sprintId ?? null, active.column, active.index)
    if (next) {
      if (intent.kind === 'step' && intent.extend)
        state.selection.add([card.dataset.card, next.id].filter((id) => id !== null))
      state.activeState.goTo(next)
      acts.follow(next.id)
    } else if (intent.kind === 'grab' && known) {
      state.lift.grab(known, { ...active, sprintId: active.sprintId ?? null })
    } else acts.act(intent, card.dataset.card, card)
  }
}
