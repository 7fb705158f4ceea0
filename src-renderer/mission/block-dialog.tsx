import { useState } from 'react'
import type { BlockKind } from '../../src-main/domain/block'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { call } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { Field, TextArea, TextInput } from '../parts/field'
import { ActionForm } from './action-form'
import { BlockKindChoice } from './block-kind-choice'
import { ChangedNotice } from './changed-notice'
import { listedTexts } from './dialog-rules'
import { finishDialog } from './dialog-store'
import { inputFaults } from './form-faults'
import { MissionLine } from './mission-line'
import { TextRows } from './text-rows'
import { useDraft } from './use-draft'
import { useMissionAction } from './use-mission-action'

interface BlockDialogProps {
  mission: MissionDetail
  at: number
  of: number
}

const EMPTY = { kind: 'person' as BlockKind, reason: '', needs: [] as readonly string[], nextHint: '' }

/** Blocks a mission: what stops it, why, and what it needs to go on. */
export function BlockDialog({ mission: { card }, at, of }: BlockDialogProps) {
  const [seen, setSeen] = useState(card.status)
  const draft = useDraft(`block ${card.id}`, EMPTY)
  const { kind, reason, needs, nextHint } = draft.values
  const action = useMissionAction({
    said: () => `Blocked ${visibleText(card.id)}`,
    onDone: () => {
      draft.clear()
      finishDialog()
    },
  })
  const submit = (expect = seen) => {
    const input = {
      id: card.id,
      expect,
      kind,
      reason,
      needs: listedTexts(needs),
      ...(nextHint.trim() && { nextHint }),
    }
    action.send(inputFaults('missions.block', input), () => call('missions.block', input))
  }
  const goOn = () => {
    setSeen(card.status)
    submit(card.status)
  }
  const fields = action.faults.fields
  return (
    <ActionForm
      title="Block"
      description={<MissionLine card={card} at={at} of={of} />}
      submit="Block"
      width="wide"
      faults={action.faults}
      pending={action.pending}
      onSubmit={submit}
      changed={seen !== card.status}
      notice={<ChangedNotice seen={seen} card={card} onGoOn={goOn} />}
    >
      <BlockKindChoice value={kind} onChange={(next) => draft.change({ kind: next })} />
      <Field
        label="Reason"
        error={fields.reason}
        hint="Becomes the mission’s notes; the present ones stay in the history."
      >
        <TextArea data-first value={reason} onChange={(event) => draft.change({ reason: event.target.value })} />
      </Field>
      <TextRows
        label={kind === 'mission' ? 'Missions it waits for' : 'What it needs to go on'}
        one={kind === 'mission' ? 'Mission' : 'Need'}
        hint="One thing a row. Each can be ticked off by itself."
        rows={needs}
        onChange={(rows) => draft.change({ needs: rows })}
        error={fields.needs}
        missions={kind === 'mission'}
        without={card.id}
      />
      <Field label="Hint for whoever picks it up" optional error={fields.nextHint}>
        <TextInput value={nextHint} onChange={(event) => draft.change({ nextHint: event.target.value })} />
      </Field>
    </ActionForm>
  )
}
