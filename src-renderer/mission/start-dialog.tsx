import { useState } from 'react'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { call } from '../bridge/bridge'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Field, TextArea } from '../parts/field'
import { ActionForm } from './action-form'
import { AskOnce } from './ask-once'
import { ChangedNotice } from './changed-notice'
import { finishDialog } from './dialog-store'
import { inputFaults } from './form-faults'
import { MissionLine } from './mission-line'
import { useDraft } from './use-draft'
import { useMissionAction } from './use-mission-action'

const NOTHING = { summary: '' }

/** Starts a mission; says what stands in the way without forbidding it. */
export function StartDialog({ mission: { card, moves } }: { mission: MissionDetail }) {
  const [seen, setSeen] = useState(card.status)
  const draft = useDraft(`start ${card.id}`, NOTHING)
  const { summary } = draft.values
  const action = useMissionAction({
    said: () => `Started ${visibleText(card.id)}`,
    onDone: () => {
      draft.clear()
      finishDialog()
    },
  })
  const submit = (expect = seen) => {
    const input = { id: card.id, expect, ...(summary.trim() && { summary }) }
    action.send(inputFaults('missions.start', input), () => call('missions.start', input))
  }
  const goOn = () => {
    setSeen(card.status)
    submit(card.status)
  }
  const warning = moves.find((move) => move.to === 'In Progress')?.warning
  return (
    <ActionForm
      title="Start"
      description={<MissionLine card={card} />}
      submit="Start"
      faults={action.faults}
      pending={action.pending}
      onSubmit={submit}
      changed={seen !== card.status}
      notice={<ChangedNotice seen={seen} card={card} onGoOn={goOn} />}
    >
      {(warning || card.waitsForCount > 0) && (
        <AskOnce>
          {warning ?? `It waits for ${formatCounted(card.waitsForCount, 'mission')} that are not completed.`}
        </AskOnce>
      )}
      <Field label="Summary" optional error={action.faults.fields.summary} hint="One line for the session log.">
        <TextArea value={summary} onChange={(event) => draft.change({ summary: event.target.value })} />
      </Field>
    </ActionForm>
  )
}
