import { visibleText } from '../markdown/visible-text'
import { announce } from '../parts/announce'
import type { CardIntent } from './board-keys'
import type { LiftedCard } from './column'
import type { Lane } from './lane-rows'
import { type LaneState, ONE_AT_A_TIME, type OpenLaneRows } from './lane-state'
import type { Spot } from './spot'
import { followCard, isAtHome, neighbour, placeWords } from './use-lift'

function countIn(lane: Lane | undefined, { column }: Spot): number {
  return lane?.counts[column] ?? 0
}

/** To the side is another status in the same lane. */
function aside({ columns, lanes }: OpenLaneRows, { from, to }: LiftedCard, direction: 1 | -1): Spot | string {
  if (to.sprintId !== from.sprintId) return `${ONE_AT_A_TIME}: put the card down in this sprint first.`
  const column = neighbour(columns, to.column, direction)
  if (!column) return 'Edge of the board.'
  if (column === from.column) return from
  const lane = lanes.find(({ sprintId }) => sprintId === to.sprintId)
  const spot = { ...to, column }
  return { ...spot, index: Math.min(from.index, countIn(lane, spot)) }
}

/** Up and down is the same status in another lane. */
function across({ lanes }: OpenLaneRows, { from, to }: LiftedCard, direction: 1 | -1): Spot | string {
  if (to.column !== from.column) return `${ONE_AT_A_TIME}: put the card down in this column first.`
  const lane = lanes[lanes.findIndex(({ sprintId }) => sprintId === to.sprintId) + direction]
  if (!lane) return 'Edge of the board.'
  return lane.sprintId === from.sprintId ? from : { column: to.column, sprintId: lane.sprintId, index: 0 }
}

function nextSpot(lanes: OpenLaneRows, lifted: LiftedCard, intent: CardIntent): Spot | string | null {
  if (intent.kind === 'column') return aside(lanes, lifted, intent.direction)
  if (intent.kind === 'step') return across(lanes, lifted, intent.rows > 0 ? 1 : -1)
  return intent.kind === 'page' ? across(lanes, lifted, intent.direction) : null
}

function wordsOf(lanes: readonly Lane[], { from }: LiftedCard, to: Spot): string {
  const lane = lanes.find(({ sprintId }) => sprintId === to.sprintId)
  const title = visibleText(lane?.title ?? 'No sprint')
  if (to.sprintId !== from.sprintId) return `${title}, ${to.column}.`
  return to.column === from.column ? `${title}, ${to.column}, where it was.` : `${placeWords(to, to.index + 1)}.`
}

/** Carries the picked up card by one key press: sideways to another status, up and down to another sprint. */
export function carryInLanes(state: LaneState, lanes: OpenLaneRows, lifted: LiftedCard, intent: CardIntent): void {
  const { lift, activeState } = state
  const { id } = lifted.card
  if (intent.kind === 'escape') {
    activeState.goTo({ ...lifted.from, id })
    lift.cancel()
    return
  }
  if (intent.kind === 'drop') {
    if (isAtHome(lifted)) lift.cancel()
    else void lift.drop(lifted, null).then((outcome) => followCard(outcome, lifted, activeState))
    return
  }
  const to = nextSpot(lanes, lifted, intent)
  if (to === null) return
  if (typeof to === 'string') {
    announce(to)
    return
  }
  lift.carry(to, wordsOf(lanes.lanes, lifted, to))
  activeState.goTo({ ...to, id })
}
