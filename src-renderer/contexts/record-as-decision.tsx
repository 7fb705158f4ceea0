import { useQuery } from '@tanstack/react-query'
import { BookMarked } from 'lucide-react'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { bridgeQuery } from '../bridge/bridge'
import { Button } from '../parts/button'
import { openRecordDialog } from './record-dialog-store'
import { recurrenceText } from './recurrence'

/** A mission that was blocked before invites a decision, so that it does not happen again; shows nothing otherwise. */
export function RecordAsDecision({ mission }: { mission: MissionDetail }) {
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  if (mission.blockHistory.length === 0 || !workspace?.writable) return null
  const { id } = mission.card
  return (
    <div>
      <Button
        kind="outline"
        onClick={() => openRecordDialog({ kind: 'decision', mission: id, text: recurrenceText(mission) })}
      >
        <BookMarked size={13} aria-hidden />
        Record as decision
      </Button>
    </div>
  )
}
