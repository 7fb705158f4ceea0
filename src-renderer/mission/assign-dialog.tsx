import { useState } from 'react'
import { call } from '../bridge/bridge'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { ActionForm } from './action-form'
import { finishDialog } from './dialog-store'
import { inputFaults } from './form-faults'
import { SprintField } from './spec-fields'
import { useMissionAction } from './use-mission-action'

/** Editing several missions at once means moving them to one sprint. */
export function AssignDialog({ ids }: { ids: readonly string[] }) {
  const [sprintId, setSprintId] = useState('')
  const what = formatCounted(ids.length, 'mission')
  const action = useMissionAction({
    said: () => (sprintId ? `Moved ${what} to ${visibleText(sprintId)}` : `Took ${what} out of their sprints`),
    onDone: finishDialog,
  })
  const submit = () => {
    const input = { ids: [...ids], sprintId: sprintId || null }
    action.send(inputFaults('missions.assignSprint', input), () => call('missions.assignSprint', input))
  }
  return (
    <ActionForm
      title={`Move ${what} to a sprint`}
      description={<span className="mono">{ids.slice(0, 12).map(visibleText).join('  ')}</span>}
      submit="Move"
      faults={action.faults}
      pending={action.pending}
      onSubmit={submit}
    >
      <SprintField value={sprintId} onChange={setSprintId} error={action.faults.fields.sprintId} />
    </ActionForm>
  )
}
