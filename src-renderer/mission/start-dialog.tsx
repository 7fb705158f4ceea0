import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Field, TextArea } from '../parts/field'
import { ActionForm } from './action-form'
import { AskOnce } from './ask-once'
import { useMissionForm } from './use-mission-form'

const NOTHING = { summary: '' }

/** Starts a mission; says what stands in the way without forbidding it. */
export function StartDialog({ mission: { card, moves } }: { mission: MissionDetail }) {
  const form = useMissionForm(card, { form: 'start', initial: NOTHING, said: () => `Started ${visibleText(card.id)}` })
  const { summary } = form.values
  const submit = (expect: string) =>
    form.send('missions.start', { id: card.id, expect, ...(summary.trim() && { summary }) })
  const warning = moves.find((move) => move.to === 'In Progress')?.warning
  return (
    <ActionForm title="Start" submit="Start" {...form.frame(submit)}>
      {(warning || card.waitsForCount > 0) && (
        <AskOnce>
          {warning ?? `It waits for ${formatCounted(card.waitsForCount, 'mission')} that are not completed.`}
        </AskOnce>
      )}
      <Field label="Summary" optional error={form.fields.summary} hint="One line for the session log.">
        <TextArea value={summary} onChange={(event) => form.change({ summary: event.target.value })} />
      </Field>
    </ActionForm>
  )
}
