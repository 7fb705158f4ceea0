import { useState } from 'react'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { call } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { ActionForm } from './action-form'
import { ChangedNotice } from './changed-notice'
import { changedFields, listedTexts } from './dialog-rules'
import { finishDialog } from './dialog-store'
import { inputFaults } from './form-faults'
import { MissionLine } from './mission-line'
import { SpecFields, type SpecValues } from './spec-fields'
import { useDraft } from './use-draft'
import { useMissionAction } from './use-mission-action'

function specOf({ card, notes, spec }: MissionDetail): SpecValues {
  return {
    name: card.name,
    sprintId: card.sprintId ?? '',
    notes: notes ?? '',
    description: spec.description ?? '',
    successCriteria: spec.successCriteria,
    deliverables: spec.deliverables,
  }
}

function cleaned(values: SpecValues): SpecValues {
  return {
    ...values,
    name: values.name.trim(),
    successCriteria: listedTexts(values.successCriteria),
    deliverables: listedTexts(values.deliverables),
  }
}

/** Edits what a mission says about itself; only what was really changed is written. */
export function EditDialog({ mission }: { mission: MissionDetail }) {
  const { card } = mission
  const [opened, setOpened] = useState(() => ({ status: card.status, spec: specOf(mission) }))
  const draft = useDraft(`edit ${card.id}`, opened.spec)
  const action = useMissionAction({
    said: () => `Saved ${visibleText(card.id)}`,
    onDone: () => {
      draft.clear()
      finishDialog()
    },
  })
  const submit = (expect = opened.status) => {
    const { successCriteria, deliverables, sprintId, ...texts } = changedFields(
      cleaned(opened.spec),
      cleaned(draft.values),
    )
    const input = {
      id: card.id,
      expect,
      ...texts,
      ...(successCriteria && { successCriteria: [...successCriteria] }),
      ...(deliverables && { deliverables: [...deliverables] }),
      ...(sprintId && { sprintId }),
    }
    if (Object.keys(input).length === 2) return finishDialog()
    const found = inputFaults('missions.update', input)
    const faults = input.name === '' ? { ...found, fields: { ...found.fields, name: 'Fill this in.' } } : found
    action.send(faults, () => call('missions.update', input))
  }
  const goOn = () => {
    setOpened({ ...opened, status: card.status })
    submit(card.status)
  }
  return (
    <ActionForm
      title="Edit"
      description={<MissionLine card={card} />}
      submit="Save"
      width="wide"
      faults={action.faults}
      pending={action.pending}
      onSubmit={submit}
      changed={opened.status !== card.status}
      notice={<ChangedNotice seen={opened.status} card={card} onGoOn={goOn} />}
    >
      <SpecFields
        values={draft.values}
        faults={action.faults.fields}
        onChange={draft.change}
        inSprint={card.sprintId !== null}
      />
    </ActionForm>
  )
}
