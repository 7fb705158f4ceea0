import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { bridgeQuery } from '../bridge/bridge'
import { Dialog } from '../parts/dialog'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { closeDialog } from './dialog-store'

interface WithMissionProps {
  id: string
  title: string
  children: (mission: MissionDetail) => ReactNode
}

/** Shows a form once its mission is there; most often it is, because a view behind the form shows it. */
export function WithMission({ id, title, children }: WithMissionProps) {
  const { data, error, refetch } = useQuery(bridgeQuery('missions.detail', { id }))
  if (data) return children(data)
  return (
    <Dialog open onOpenChange={(open) => open || closeDialog()} title={title}>
      {error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={4} />}
    </Dialog>
  )
}
