import { useCallback, useState } from 'react'
import type { MissionCard } from '../../src-main/domain/mission-card'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { queryClient } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { announce } from '../parts/announce'
import type { LiftedCard } from './column'
import { type Spot, sameSpot } from './spot'
import type { ActiveState } from './use-active'
import type { Moved } from './use-moves'

export interface LiftState {
  readonly lifted: LiftedCard | null
  /** Picks a card up by keyboard. */
  readonly grab: (card: MissionCard, from: Spot) => void
  /** Takes the card that is picked up to another place, which is only shown until it is put down, and says it. */
  readonly carry: (to: Spot, said: string) => void
  readonly cancel: () => void
  /** Puts the card down at its place; `before` is the card that would follow it there. */
  readonly drop: (lifted: LiftedCard, before: string | null) => Promise<Moved>
}

/** Writes what putting a card down at its place means. */
export type Put = (lifted: LiftedCard, before: string | null) => Promise<Moved>

/** Waits until what the change event asked to be fetched again has arrived, so that the card does not jump back. */
async function boardRefetched(): Promise<void> {
  const stale = ['missions.board', 'missions.cards']
  await queryClient.refetchQueries(
    { type: 'active', fetchStatus: 'fetching', predicate: ({ queryKey }) => stale.includes(String(queryKey[0])) },
    { cancelRefetch: false },
  )
}

/** Where a card is on its way to: `Blocked, position 94 of 138`. */
export function placeWords(to: Spot, count: number): string {
  return `${to.column}, position ${to.index + 1} of ${count}`
}

/** The card on its way: carried by keys, or dropped and not yet written. */
export function useLift(put: Put): LiftState {
  const [lifted, setLifted] = useState<LiftedCard | null>(null)
  const grab = useCallback((card: MissionCard, from: Spot) => {
    setLifted({ card, from, to: from, grabbed: true })
    announce(`Picked up ${visibleText(card.name)}. Arrow keys move it, Space puts it down, Escape puts it back.`)
  }, [])
  const carry = useCallback((to: Spot, said: string) => {
    setLifted((before) => before && { ...before, to })
    announce(said)
  }, [])
  const cancel = useCallback(() => {
    setLifted((before) => {
      if (before) announce(`Put ${visibleText(before.card.name)} back in ${before.from.column}.`)
      return null
    })
  }, [])
  const drop = useCallback(
    async (dropped: LiftedCard, before: string | null) => {
      setLifted({ ...dropped, grabbed: false })
      const moved = await put(dropped, before)
      await boardRefetched()
      setLifted((now) => (now?.card.id === dropped.card.id && !now.grabbed ? null : now))
      return moved
    },
    [put],
  )
  return { lifted, grab, carry, cancel, drop }
}

/**
 * What Tab reaches follows the card that was put down: to where the store has it now, or home when it was not moved. There
 * it takes the focus, unless a form asks for more first, which gives it back when it closes.
 */
export function followCard(outcome: Moved, { from, card: { id } }: LiftedCard, active: ActiveState): void {
  if (outcome === 'moved') void active.find(id).catch(() => undefined)
  if (outcome === 'asked') active.set({ ...from, id })
  if (outcome === 'refused') active.goTo({ ...from, id })
}

/** True when putting the card down would change nothing. */
export function isAtHome(lifted: LiftedCard): boolean {
  return sameSpot(lifted.from, lifted.to)
}

/** The column beside another, among those on show. */
export function neighbour(columns: readonly BoardColumn[], column: BoardColumn, direction: 1 | -1): BoardColumn | null {
  return columns[columns.indexOf(column) + direction] ?? null
}
