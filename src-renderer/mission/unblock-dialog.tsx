import { useState } from 'react'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Field, TextArea } from '../parts/field'
import { Segments } from '../parts/segments'
import { ActionForm } from './action-form'
import { AskOnce } from './ask-once'
import { canMove, UNBLOCK_VERBS, type UnblockTarget, unmetNeeds } from './dialog-rules'
import { NeedsList } from './needs-list'
import css from './unblock-dialog.module.css'
import { useMissionForm } from './use-mission-form'
import { useUnblockTarget } from './use-unblock-target'

const TARGETS = [
  { value: 'Queued', label: 'Queued' },
  { value: 'Current', label: 'Current' },
  { value: 'In Progress', label: 'In Progress' },
] as const
const NOTHING: { resolution: string; to: UnblockTarget | null } = { resolution: '', to: null }

interface UnblockDialogProps {
  mission: MissionDetail
  /** Where it was dropped, which is what is wanted unless the operator says otherwise. */
  to: UnblockTarget | null
  at: number
  of: number
}

/** Frees a blocked mission: what it needed, how that was solved, and where it goes. Unmet needs are asked about once. */
export function UnblockDialog({ mission: { card, moves }, to: dropped, at, of }: UnblockDialogProps) {
  const [asking, setAsking] = useState(false)
  const [given, setGiven] = useState(dropped)
  const form = useMissionForm(card, {
    form: 'unblock',
    initial: NOTHING,
    said: (): string => `Unblocked ${visibleText(card.id)}, now ${to}`,
    at,
    of,
  })
  const { resolution } = form.values
  // Once it is no longer blocked, its moves are those of another status and say nothing about unblocking.
  const allowed = card.status === 'Blocked' ? moves : undefined
  const target = useUnblockTarget(card.sprintId, allowed)
  const to = (given !== null && canMove(allowed, given) ? given : form.values.to) ?? target
  const unmet = unmetNeeds(card.block?.needs ?? [])
  const asks = asking && unmet.length > 0
  const submit = (expect: string) => {
    if (unmet.length > 0 && !asking) return setAsking(true)
    form.send('missions.unblock', { id: card.id, expect, resolution, to })
  }
  return (
    <ActionForm
      title="Unblock"
      submit={asks ? `${UNBLOCK_VERBS[to]} anyway` : UNBLOCK_VERBS[to]}
      {...form.frame(
        submit,
        asks && (
          <AskOnce>
            {formatCounted(unmet.length, 'need is', 'needs are')} not met. Tick what is done, or send again to go on
            anyway.
          </AskOnce>
        ),
      )}
    >
      {card.block?.reason && <p className={`${css.reason} selectable`}>{card.block.reason}</p>}
      {card.block && <NeedsList missionId={card.id} needs={card.block.needs} />}
      <Field label="Resolution" optional error={form.fields.resolution}>
        <TextArea
          data-first
          value={resolution}
          placeholder="What was decided or done, for whoever goes on"
          onChange={(event) => form.change({ resolution: event.target.value })}
        />
      </Field>
      <div className={css.target}>
        <span className={css.label} aria-hidden>
          Goes to
        </span>
        <Segments
          label="Goes to"
          value={to}
          options={TARGETS.filter(({ value }) => canMove(allowed, value))}
          onChange={(next) => {
            setGiven(null)
            form.change({ to: next })
          }}
        />
      </div>
    </ActionForm>
  )
}
