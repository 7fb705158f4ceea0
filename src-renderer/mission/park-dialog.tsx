import { call } from '../bridge/bridge'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Field, TextArea } from '../parts/field'
import { ActionForm } from './action-form'
import { finishDialog } from './dialog-store'
import { inputFaults } from './form-faults'
import { useDraft } from './use-draft'
import { useMissionAction } from './use-mission-action'

const PARKING = {
  defer: { to: 'Deferred', verb: 'Defer', done: 'Deferred', hint: 'It leaves the queue and can come back.' },
  drop: { to: 'Dropped', verb: 'Drop', done: 'Dropped', hint: 'It will not be done; it stays readable.' },
  start: { to: 'In Progress', verb: 'Start', done: 'Started', hint: 'One line for the session log.' },
} as const

interface ParkDialogProps {
  kind: keyof typeof PARKING
  /** The missions with the status each was seen with, where it is known. */
  missions: readonly { readonly id: string; readonly expect?: string }[]
}

const NOTHING = { reason: '' }

/** Sets one mission or several aside, or starts several: all of them or none, with one reason. */
export function ParkDialog({ kind, missions }: ParkDialogProps) {
  const { to, verb, done, hint } = PARKING[kind]
  const ids = missions.map((mission) => mission.id)
  const draft = useDraft(`${kind} ${ids.join(' ')}`, NOTHING)
  const { reason } = draft.values
  const what = ids.length === 1 ? visibleText(ids[0] ?? '') : formatCounted(ids.length, 'mission')
  const action = useMissionAction({
    said: () => `${done} ${what}`,
    onDone: () => {
      draft.clear()
      finishDialog()
    },
  })
  const submit = () => {
    const input = { missions: [...missions], to, ...(reason.trim() && { reason }) }
    action.send(inputFaults('missions.move', input), () => call('missions.move', input))
  }
  return (
    <ActionForm
      title={ids.length === 1 ? verb : `${verb} ${what}`}
      description={<span className="mono">{ids.slice(0, 12).map(visibleText).join('  ')}</span>}
      submit={verb}
      faults={action.faults}
      pending={action.pending}
      onSubmit={submit}
    >
      <Field label="Reason" optional error={action.faults.fields.reason} hint={hint}>
        <TextArea value={reason} onChange={(event) => draft.change({ reason: event.target.value })} />
      </Field>
    </ActionForm>
  )
}
