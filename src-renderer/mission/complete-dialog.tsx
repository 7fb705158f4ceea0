import { useQuery } from '@tanstack/react-query'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import type { MissionReceipt } from '../../src-main/domain/mission-receipt'
import { bridgeQuery } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { Field, TextArea, TextInput } from '../parts/field'
import { Select } from '../parts/select'
import { ActionForm } from './action-form'
import { Checklist } from './checklist'
import { type Promotion, promotionHint } from './promotion'
import { useMissionForm } from './use-mission-form'

const PROMOTIONS: readonly { value: Promotion; label: string }[] = [
  { value: 'current', label: 'Make the next queued mission current' },
  { value: 'immediate', label: 'Start the next queued mission' },
  { value: 'none', label: 'Leave the queue alone' },
]
const NOTHING = { summary: '', notes: '', nextHint: '', promote: 'current' as Promotion }

interface CompleteDialogProps {
  mission: MissionDetail
  at: number
  of: number
}

function saidOf(receipt: MissionReceipt, id: string): string {
  const promoted = receipt.promoted
  return promoted ? `Completed ${id}; ${visibleText(promoted.id)} is now ${promoted.status}` : `Completed ${id}`
}

/** Completes a mission: what was done, the notes that stay, and what happens to the queue. */
export function CompleteDialog({ mission, at, of }: CompleteDialogProps) {
  const { card } = mission
  const { data: queue } = useQuery(
    bridgeQuery('missions.cards', { filter: '', column: 'Queued', offset: 0, limit: 50 }),
  )
  const form = useMissionForm(card, {
    form: 'complete',
    initial: NOTHING,
    said: (receipt) => saidOf(receipt, visibleText(card.id)),
    at,
    of,
  })
  const { change, fields } = form
  const { summary, notes, nextHint, promote } = form.values
  const submit = (expect: string) => {
    // Empty notes would replace the present ones, which nobody means by leaving a field alone.
    const kept = notes.trim() === '' ? (mission.notes ?? '') : notes
    form.send('missions.complete', {
      id: card.id,
      expect,
      promote,
      notes: kept,
      ...(summary.trim() && { summary }),
      ...(nextHint.trim() && { nextHint }),
    })
  }
  return (
    <ActionForm title="Complete" submit="Complete" width="wide" {...form.frame(submit)}>
      {mission.criteria.length > 0 && <Checklist of="criteria" missionId={card.id} items={mission.criteria} />}
      <Field label="Summary" optional error={fields.summary} hint="One line for the session log.">
        <TextInput data-first value={summary} onChange={(event) => change({ summary: event.target.value })} />
      </Field>
      <Field
        label="Notes"
        optional
        error={fields.notes}
        hint={
          mission.notes
            ? 'Replace the present notes, which stay in the history. Left empty, the present ones stay.'
            : 'What was built, decided and left open. Markdown.'
        }
      >
        <TextArea rows={5} value={notes} onChange={(event) => change({ notes: event.target.value })} />
      </Field>
      <Field label="Hint for what comes next" optional error={fields.nextHint}>
        <TextInput value={nextHint} onChange={(event) => change({ nextHint: event.target.value })} />
      </Field>
      <Field label="Afterwards" hint={queue && promotionHint(promote, queue.cards, queue.count, card.id)}>
        <Select value={promote} options={PROMOTIONS} onChange={(choice) => change({ promote: choice })} />
      </Field>
    </ActionForm>
  )
}
