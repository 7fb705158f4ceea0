import { useCallback, useState } from 'react'
import type { MissionCard } from '../../src-main/domain/mission-card'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { queryClient } from '../bridge/bridge'
import { announce } from '../parts/announce'
import type { LiftedCard } from './column'
import { isRanked } from './move-plan'
import { clamp, type Spot } from './spot'
import type { Move } from './use-moves'

export interface LiftState {
  readonly lifted: LiftedCard | null
  /** Picks a card up by keyboard. */
  readonly grab: (card: MissionCard, from: Spot) => void
  /** Takes the card that is picked up to another place, which is only shown until it is put down. */
  readonly carry: (to: Spot, count: number) => void
  readonly cancel: () => void
  /** Puts the card down at its place; `before` is the card that would follow it there. */
  readonly drop: (lifted: LiftedCard, before: string | null) => Promise<void>
}

/** Waits until what the change event asked to be fetched again has arrived, so that the card does not jump back. */
async function boardRefetched(): Promise<void> {
  const stale = ['missions.board', 'missions.cards']
  await queryClient.refetchQueries(
    { type: 'active', fetchStatus: 'fetching', predicate: ({ queryKey }) => stale.includes(String(queryKey[0])) },
    { cancelRefetch: false },
  )
}

function place(to: Spot, count: number): string {
  return `${to.column}, position ${to.index + 1} of ${count}`
}

/** The card on its way: carried by keys, or dropped and not yet written. */
export function useLift(move: Move): LiftState {
  const [lifted, setLifted] = useState<LiftedCard | null>(null)
  const grab = useCallback((card: MissionCard, from: Spot) => {
    setLifted({ card, from, to: from, grabbed: true })
    announce(`Picked up ${card.name}. Arrow keys move it, Space puts it down, Escape puts it back.`)
  }, [])
  const carry = useCallback((to: Spot, count: number) => {
    setLifted((before) => before && { ...before, to: { ...to, index: clamp(to.index, 0, count - 1) } })
    announce(`${place(to, count)}${isRanked(to.column) ? '' : ', ordered by time'}.`)
  }, [])
  const cancel = useCallback(() => {
    setLifted((before) => {
      if (before) announce(`Put ${before.card.name} back in ${before.from.column}.`)
      return null
    })
  }, [])
  const drop = useCallback(
    async (dropped: LiftedCard, before: string | null) => {
      setLifted({ ...dropped, grabbed: false })
      await move([dropped.card], dropped.to.column, before)
      await boardRefetched()
      setLifted((now) => (now?.card.id === dropped.card.id && !now.grabbed ? null : now))
    },
    [move],
  )
  return { lifted, grab, carry, cancel, drop }
}

/** True when putting the card down would change nothing. */
export function isAtHome(lifted: LiftedCard): boolean {
  return lifted.from.column === lifted.to.column && lifted.from.index === lifted.to.index
}

/** The column beside another, among those on show. */
export function neighbour(columns: readonly BoardColumn[], column: BoardColumn, direction: 1 | -1): BoardColumn | null {
  return columns[columns.indexOf(column) + direction] ?? null
}
