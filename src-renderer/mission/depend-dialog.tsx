import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { call } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { Field } from '../parts/field'
import { ActionForm } from './action-form'
import css from './depend-dialog.module.css'
import { finishDialog } from './dialog-store'
import { inputFaults } from './form-faults'
import { MissionLine } from './mission-line'
import { MissionSuggest } from './mission-suggest'
import { useDraft } from './use-draft'
import { useMissionAction } from './use-mission-action'

const NOTHING = { other: '' }

interface DependDialogProps {
  mission: MissionDetail
  at: number
  of: number
}

/** Records that a mission waits for another one: the other blocks this one. */
export function DependDialog({ mission: { card }, at, of }: DependDialogProps) {
  const draft = useDraft(`depend ${card.id}`, NOTHING)
  const other = draft.values.other.trim()
  const action = useMissionAction({
    said: () => `${visibleText(card.id)} now waits for ${visibleText(other)}`,
    onDone: () => {
      draft.clear()
      finishDialog()
    },
  })
  const submit = () => {
    const input = { from: other, to: card.id, type: 'Blocks' }
    action.send(inputFaults('missions.depend', input), () => call('missions.depend', input))
  }
  return (
    <ActionForm
      title="Waiting for…"
      description={<MissionLine card={card} at={at} of={of} />}
      submit="Link"
      faults={action.faults}
      pending={action.pending}
      onSubmit={submit}
    >
      <Field
        label="Mission that has to be completed first"
        error={action.faults.fields.from}
        hint="Type a part of its id or name."
      >
        <MissionSuggest
          className={css.input}
          aria-label="Mission that has to be completed first"
          value={draft.values.other}
          onValue={(text) => draft.change({ other: text })}
          without={card.id}
        />
      </Field>
    </ActionForm>
  )
}
