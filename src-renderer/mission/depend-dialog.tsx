import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { visibleText } from '../markdown/visible-text'
import { Field } from '../parts/field'
import { ActionForm } from './action-form'
import css from './depend-dialog.module.css'
import { MissionSuggest } from './mission-suggest'
import { useMissionForm } from './use-mission-form'

const NOTHING = { other: '' }

interface DependDialogProps {
  mission: MissionDetail
  at: number
  of: number
}

/** Records that a mission waits for another one: the other blocks this one. */
export function DependDialog({ mission: { card }, at, of }: DependDialogProps) {
  const form = useMissionForm(card, {
    form: 'depend',
    initial: NOTHING,
    said: (): string => `${visibleText(card.id)} now waits for ${visibleText(other)}`,
    at,
    of,
  })
  const other = form.values.other.trim()
  const submit = () => form.send('missions.depend', { from: other, to: card.id, type: 'Blocks' })
  return (
    <ActionForm title="Waiting for" submit="Link" {...form.frame(submit)}>
      <Field
        label="Mission that has to be completed first"
        error={form.fields.from}
        hint="Type a part of its id or name."
      >
        <MissionSuggest
          className={css.input}
          aria-label="Mission that has to be completed first"
          value={form.values.other}
          onValue={(text) => form.change({ other: text })}
          without={card.id}
        />
      </Field>
    </ActionForm>
  )
}
