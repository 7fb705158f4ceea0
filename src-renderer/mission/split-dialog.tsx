import { useState } from 'react'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { call } from '../bridge/bridge'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { ActionForm } from './action-form'
import { ChangedNotice } from './changed-notice'
import { finishDialog } from './dialog-store'
import { inputFaults } from './form-faults'
import { MissionLine } from './mission-line'
import { namedParts, type SplitPart } from './split-parts'
import { SplitRows } from './split-rows'
import { useDraft } from './use-draft'
import { useMissionAction } from './use-mission-action'

const EMPTY_PART: SplitPart = { id: null, name: '' }
const NOTHING: { parts: readonly SplitPart[] } = { parts: [EMPTY_PART, EMPTY_PART] }

interface SplitDialogProps {
  mission: MissionDetail
  at: number
  of: number
}

/** Makes smaller missions of one: they are queued in its sprint, and it waits for them. */
export function SplitDialog({ mission: { card }, at, of }: SplitDialogProps) {
  const [seen, setSeen] = useState(card.status)
  const draft = useDraft(`split ${card.id}`, NOTHING)
  const parts = namedParts(card.id, draft.values.parts)
  const action = useMissionAction({
    said: () => `${visibleText(card.id)} now waits for ${formatCounted(parts.length, 'part')}`,
    onDone: () => {
      draft.clear()
      finishDialog()
    },
  })
  const { fields } = action.faults
  const submit = (expect = seen) => {
    const input = { id: card.id, expect, parts }
    action.send(inputFaults('missions.split', input), () => call('missions.split', input))
  }
  const goOn = () => {
    setSeen(card.status)
    submit(card.status)
  }
  return (
    <ActionForm
      title="Split"
      description={<MissionLine card={card} at={at} of={of} />}
      submit="Split"
      faults={action.faults}
      pending={action.pending}
      onSubmit={submit}
      changed={seen !== card.status}
      notice={<ChangedNotice seen={seen} card={card} onGoOn={goOn} />}
    >
      <p>The parts are queued in the same sprint, and {visibleText(card.id)} waits for each of them.</p>
      <SplitRows
        mission={card.id}
        parts={draft.values.parts}
        error={fields.parts ? 'Name at least one part; each name and id has its limits.' : fields.id}
        onChange={(next) => draft.change({ parts: next })}
      />
    </ActionForm>
  )
}
