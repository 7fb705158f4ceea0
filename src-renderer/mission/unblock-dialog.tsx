import { useState } from 'react'
import type { MissionDetail } from '../../src-main/domain/mission-detail'
import { call } from '../bridge/bridge'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Field, TextArea } from '../parts/field'
import { Segments } from '../parts/segments'
import { ActionForm } from './action-form'
import { AskOnce } from './ask-once'
import { ChangedNotice } from './changed-notice'
import { canMove, UNBLOCK_VERBS, type UnblockTarget, unmetNeeds } from './dialog-rules'
import { finishDialog } from './dialog-store'
import { inputFaults } from './form-faults'
import { MissionLine } from './mission-line'
import { NeedsList } from './needs-list'
import css from './unblock-dialog.module.css'
import { useDraft } from './use-draft'
import { useMissionAction } from './use-mission-action'
import { useUnblockTarget } from './use-unblock-target'

const TARGETS = [
  { value: 'Queued', label: 'Queued' },
  { value: 'Current', label: 'Current' },
  { value: 'In Progress', label: 'In Progress' },
] as const
const NOTHING: { resolution: string; to: UnblockTarget | null } = { resolution: '', to: null }

interface UnblockDialogProps {
  mission: MissionDetail
  at: number
  of: number
}

/** Frees a blocked mission: what it needed, how that was solved, and where it goes. Unmet needs are asked about once. */
export function UnblockDialog({ mission: { card, moves }, at, of }: UnblockDialogProps) {
  const [seen, setSeen] = useState(card.status)
  const [asking, setAsking] = useState(false)
  const draft = useDraft(`unblock ${card.id}`, NOTHING)
  // Once it is no longer blocked, its moves are those of another status and say nothing about unblocking.
  const allowed = card.status === 'Blocked' ? moves : undefined
  const target = useUnblockTarget(card.sprintId, allowed)
  const to = draft.values.to ?? target
  const unmet = unmetNeeds(card.block?.needs ?? [])
  const action = useMissionAction({
    said: () => `Unblocked ${visibleText(card.id)}, now ${to}`,
    onDone: () => {
      draft.clear()
      finishDialog()
    },
  })
  const submit = (expect = seen) => {
    const input = { id: card.id, expect, resolution: draft.values.resolution, to }
    const faults = inputFaults('missions.unblock', input)
    if (unmet.length > 0 && !asking && Object.keys(faults.fields).length === 0) return setAsking(true)
    action.send(faults, () => call('missions.unblock', input))
  }
  const goOn = () => {
    setSeen(card.status)
    submit(card.status)
  }
  return (
    <ActionForm
      title="Unblock"
      description={<MissionLine card={card} at={at} of={of} />}
      submit={asking && unmet.length > 0 ? `${UNBLOCK_VERBS[to]} anyway` : UNBLOCK_VERBS[to]}
      faults={action.faults}
      pending={action.pending}
      onSubmit={submit}
      changed={seen !== card.status}
      notice={
        <>
          {asking && unmet.length > 0 && (
            <AskOnce>
              {formatCounted(unmet.length, 'need is', 'needs are')} not met. Tick what is done, or send again to go on
              anyway.
            </AskOnce>
          )}
          <ChangedNotice seen={seen} card={card} onGoOn={goOn} />
        </>
      }
    >
      {card.block?.reason && <p className={`${css.reason} selectable`}>{card.block.reason}</p>}
      {card.block && <NeedsList missionId={card.id} needs={card.block.needs} />}
      <Field label="Resolution" optional error={action.faults.fields.resolution}>
        <TextArea
          data-first
          value={draft.values.resolution}
          placeholder="What was decided or done, for whoever goes on"
          onChange={(event) => draft.change({ resolution: event.target.value })}
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
          onChange={(next) => draft.change({ to: next })}
        />
      </div>
    </ActionForm>
  )
}
