import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { visibleText } from '../markdown/visible-text'
import { Field, TextArea, TextInput } from '../parts/field'
import { ActionForm } from './action-form'
import { useMissionForm } from './use-mission-form'

const NOTHING = { to: '', note: '' }

interface EscalateDialogProps {
  mission: MissionDetail
  at: number
  of: number
}

/** Asks a named person to free a blocked mission; until they do, it stands before everything else that is stuck. */
export function EscalateDialog({ mission: { card }, at, of }: EscalateDialogProps) {
  const form = useMissionForm(card, {
    form: 'escalate',
    initial: NOTHING,
    said: (): string => `Escalated ${visibleText(card.id)} to ${visibleText(form.values.to.trim())}`,
    at,
    of,
  })
  const { to, note } = form.values
  const submit = (expect: string) =>
    form.send('missions.escalate', { id: card.id, expect, to: to.trim(), ...(note.trim() && { note }) })
  const before = card.block?.escalated ?? null
  return (
    <ActionForm title="Escalate" submit="Escalate" {...form.frame(submit)}>
      <Field
        label="Who has to act"
        error={form.fields.to}
        hint={
          before
            ? `So far ${visibleText(before.to)}, which stays on record.`
            : 'A person, or a role that one person fills.'
        }
      >
        <TextInput data-first value={to} onChange={(event) => form.change({ to: event.target.value })} />
      </Field>
      <Field label="What they have to decide or do" optional error={form.fields.note}>
        <TextArea value={note} onChange={(event) => form.change({ note: event.target.value })} />
      </Field>
    </ActionForm>
  )
}
