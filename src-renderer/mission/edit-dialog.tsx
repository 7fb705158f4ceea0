import { useState } from 'react'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { visibleText } from '../markdown/visible-text'
import { ActionForm } from './action-form'
import { changedFields, listedTexts } from './dialog-rules'
import { finishDialog } from './dialog-store'
import { SpecFields, type SpecValues } from './spec-fields'
import { useMissionForm } from './use-mission-form'

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
  const [opened] = useState(() => specOf(mission))
  const form = useMissionForm(card, { form: 'edit', initial: opened, said: () => `Saved ${visibleText(card.id)}` })
  const submit = (expect: string) => {
    const changed = changedFields(cleaned(opened), cleaned(form.values))
    const { successCriteria, deliverables, sprintId, ...texts } = changed
    if (Object.keys(changed).length === 0) return finishDialog()
    const input = {
      id: card.id,
      expect,
      ...texts,
      ...(successCriteria && { successCriteria: [...successCriteria] }),
      ...(deliverables && { deliverables: [...deliverables] }),
      ...(sprintId !== undefined && { sprintId: sprintId || null }),
    }
    form.send('missions.update', input, texts.name === '' ? { name: 'Fill this in.' } : {})
  }
  return (
    <ActionForm title="Edit" submit="Save" width="wide" {...form.frame(submit)}>
      <SpecFields values={form.values} faults={form.fields} onChange={form.change} />
    </ActionForm>
  )
}
