import type { BlockKind } from '../../src-main/domain/block'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { visibleText } from '../markdown/visible-text'
import { Field, TextArea, TextInput } from '../parts/field'
import { ActionForm } from './action-form'
import { BlockKindChoice } from './block-kind-choice'
import { listedTexts } from './dialog-rules'
import { TextRows } from './text-rows'
import { useMissionForm } from './use-mission-form'

interface BlockDialogProps {
  mission: MissionDetail
  at: number
  of: number
}

const EMPTY = { kind: 'person' as BlockKind, reason: '', needs: [] as readonly string[], nextHint: '' }

/** Blocks a mission: what stops it, why, and what it needs to go on. */
export function BlockDialog({ mission: { card }, at, of }: BlockDialogProps) {
  const form = useMissionForm(card, {
    form: 'block',
    initial: EMPTY,
    said: () => `Blocked ${visibleText(card.id)}`,
    at,
    of,
  })
  const { change, fields } = form
  const { kind, reason, needs, nextHint } = form.values
  const submit = (expect: string) =>
    form.send('missions.block', {
      id: card.id,
      expect,
      kind,
      reason,
      needs: listedTexts(needs),
      ...(nextHint.trim() && { nextHint }),
    })
  return (
    <ActionForm title="Block" submit="Block" width="wide" {...form.frame(submit)}>
      <BlockKindChoice value={kind} onChange={(next) => change({ kind: next })} />
      <Field
        label="Reason"
        error={fields.reason}
        hint="Becomes the mission’s notes; the present ones stay in the history."
      >
        <TextArea data-first value={reason} onChange={(event) => change({ reason: event.target.value })} />
      </Field>
      <TextRows
        label={kind === 'mission' ? 'Missions it waits for' : 'What it needs to go on'}
        one={kind === 'mission' ? 'Mission' : 'Need'}
        hint="One thing a row. Each can be ticked off by itself."
        rows={needs}
        onChange={(rows) => change({ needs: rows })}
        error={fields.needs}
        missions={kind === 'mission'}
        without={card.id}
      />
      <Field label="Hint for whoever picks it up" optional error={fields.nextHint}>
        <TextInput value={nextHint} onChange={(event) => change({ nextHint: event.target.value })} />
      </Field>
    </ActionForm>
  )
}
