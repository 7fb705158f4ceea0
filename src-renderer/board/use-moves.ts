import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { MissionReceipt } from '../../src-main/domain/mission-receipt'
import { type BoardColumn, columnOf } from '../../src-main/domain/mission-status'
import { bridgeQuery, call } from '../bridge/bridge'
import { formatCount, formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { openDialog } from '../mission/mission-dialogs'
import { announce } from '../parts/announce'
import { useToast } from '../parts/use-toast'
import { type MovePlan, planMove } from './move-plan'

/** A mission to be moved, as the operator sees it. */
export interface Carried {
  readonly id: string
  readonly name: string
  readonly status: string
}

/** Whether the missions moved, a form asks for more first, or it was refused, which has been said. */
export type Moved = 'moved' | 'asked' | 'refused'

/** Moves missions to a column; `before` is the card to stand before, null for the end, in a column ordered by hand. */
export type Move = (carried: readonly Carried[], to: BoardColumn, before?: string | null) => Promise<Moved>

function subject(carried: readonly Carried[]): string {
  const [first] = carried
  return carried.length === 1 && first ? visibleText(first.name) : formatCounted(carried.length, 'mission')
}

function send(plan: MovePlan, carried: readonly Carried[], before: string | null): Promise<MissionReceipt> | null {
  const missions = carried.map(({ id, status }) => ({ id, expect: status }))
  const [first] = missions
  if (!first) return null
  if (plan.kind === 'start') return call('missions.start', first)
  if (plan.kind === 'move') return call('missions.move', { missions, to: plan.to })
  if (plan.kind === 'reorder') return call('missions.reorder', { id: first.id, before })
  return null
}

/** Says where a mission stands now: `Moved Split loader. Blocked, position 94 of 138.` */
async function announcePlace(carried: readonly Carried[], filter: string): Promise<void> {
  const [first] = carried
  if (!first) return
  const spot = await call('missions.locate', { filter, id: first.id })
  if (!spot) {
    announce(`Moved ${subject(carried)}. The filter hides it now.`)
    return
  }
  const { columns } = await call('missions.board', { filter })
  const count = columns.find((one) => one.column === spot.column)?.count ?? spot.index + 1
  announce(
    `Moved ${subject(carried)}. ${spot.column}, position ${formatCount(spot.index + 1)} of ${formatCount(count)}.`,
  )
}

/** Carries out what a drop, a key or a menu entry asks for, or says why not. */
export function useMoves(filter: string): Move {
  const toast = useToast()
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  return useCallback(
    async (carried, to, before = null): Promise<Moved> => {
      if (!workspace || carried.length === 0) return 'refused'
      const plan = planMove(
        carried.map(({ status }) => columnOf(status)),
        to,
        workspace,
      )
      if (plan.kind === 'refused') {
        toast.refused(new Error(plan.reason))
        return 'refused'
      }
      if (plan.kind === 'dialog') {
        openDialog(
          plan.dialog,
          carried.map(({ id }) => id),
          plan.dialog === 'unblock' ? plan.to : null,
        )
        return 'asked'
      }
      try {
        const receipt = await send(plan, carried, before)
        if (!receipt) return 'refused'
        toast.done(
          plan.kind === 'reorder' ? `Reordered ${subject(carried)}` : `Moved ${subject(carried)} to ${to}`,
          receipt,
        )
        await announcePlace(carried, filter)
        return 'moved'
      } catch (error) {
        toast.refused(error)
        return 'refused'
      }
    },
    [workspace, toast, filter],
  )
}
