import { useQuery } from '@tanstack/react-query'
import { bridgeQuery } from '../bridge/bridge'
import { type Moves, unblockTarget } from './dialog-rules'

/** Where a mission of this sprint goes when it is unblocked, unless a person chooses otherwise. */
export function useUnblockTarget(sprintId: string | null, moves?: Moves): 'Current' | 'Queued' {
  const { data: working } = useQuery(
    bridgeQuery('missions.cards', { filter: '', column: 'In Progress', sprintId, offset: 0, limit: 1 }),
  )
  return unblockTarget(working?.count ?? 1, moves)
}
