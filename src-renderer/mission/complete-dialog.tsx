import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import type { MissionReceipt } from '../../src-main/domain/mission-receipt'
import { bridgeQuery, call } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { Field, TextArea, TextInput } from '../parts/field'
import { Select } from '../parts/select'
import { ActionForm } from './action-form'
import { ChangedNotice } from './changed-notice'
import { finishDialog } from './dialog-store'
import { inputFaults } from './form-faults'
import { MissionLine } from './mission-line'
import { type Promotion, promotionHint } from './promotion'
import { TickList } from './tick-list'
import { useDraft } from './use-draft'
import { useMissionAction } from './use-mission-action'

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
  const [seen, setSeen] = useState(card.status)
  const draft = useDraft(`complete ${card.id}`, NOTHING)
  const { summary, notes, nextHint, promote } = draft.values
  const { data: queue } = useQuery(
    bridgeQuery('missions.cards', { filter: '', column: 'Queued', offset: 0, limit: 50 }),
  )
  const action = useMissionAction({
    said: (receipt) => saidOf(receipt, visibleText(card.id)),
    onDone: () => {
      draft.clear()
      finishDialog()
    },
  })
  const submit = (expect = seen) => {
    // Empty notes would replace the present ones, which nobody means by leaving a field alone.
    const kept = notes.trim() === '' ? (mission.notes ?? '') : notes
    const input = {
      id: card.id,
      expect,
      promote,
      notes: kept,
      ...(summary.trim() && { summary }),
      ...(nextHint.trim() && { nextHint }),
    }
    action.send(inputFaults('missions.complete', input), () => call('missions.complete', input))
  }
  const goOn = () => {
    setSeen(card.status)
    submit(card.status)
  }
  const fields = action.faults.fields
  return (
    <ActionForm
      title="Complete"
      description={<MissionLine card={card} at={at} of={of} />}
      submit="Complete"
      width="wide"
      faults={action.faults}
      pending={action.pending}
      onSubmit={submit}
      changed={seen !== card.status}
      notice={<ChangedNotice seen={seen} card={card} onGoOn={goOn} />}
    >
      {mission.spec.successCriteria.length > 0 && (
        <TickList label="Success criteria" texts={mission.spec.successCriteria} />
      )}
      <Field label="Summary" optional error={fields.summary} hint="One line for the session log.">
        <TextInput data-first value={summary} onChange={(event) => draft.change({ summary: event.target.value })} />
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
        <TextArea rows={5} value={notes} onChange={(event) => draft.change({ notes: event.target.value })} />
      </Field>
      <Field label="Hint for what comes next" optional error={fields.nextHint}>
        <TextInput value={nextHint} onChange={(event) => draft.change({ nextHint: event.target.value })} />
      </Field>
      <Field label="Afterwards" hint={queue && promotionHint(promote, queue.cards, queue.count, card.id)}>
        <Select value={promote} options={PROMOTIONS} onChange={(choice) => draft.change({ promote: choice })} />
      </Field>
    </ActionForm>
  )
}
