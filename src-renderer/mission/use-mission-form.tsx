import { type ReactNode, useState } from 'react'
import type { CommandName, Input } from '../../src-main/contract/contract'
import type { MissionCard } from '../../src-main/domain/mission-card'
import type { MissionReceipt } from '../../src-main/domain/mission-receipt'
import { call } from '../bridge/bridge'
import { ChangedNotice } from './changed-notice'
import { finishDialog } from './dialog-store'
import { type FormFaults, inputFaults } from './form-faults'
import { MissionLine } from './mission-line'
import { useDraft } from './use-draft'
import { useMissionAction } from './use-mission-action'

interface FormOptions<T> {
  /** What the form is called among drafts. */
  readonly form: string
  readonly initial: T
  readonly said: (receipt: MissionReceipt) => string
  /** Which of several missions it is about. */
  readonly at?: number
  readonly of?: number
}

/** Commands on missions, all of which answer with a receipt. */
type MissionCommand = Extract<CommandName, `missions.${string}`>

/**
 * What all forms about one mission have in common: a draft that survives closing, one way to send it that checks it first,
 * and a question when the mission changed while the form was open.
 */
export function useMissionForm<T extends object>(
  card: MissionCard,
  { form, initial, said, at = 0, of = 1 }: FormOptions<T>,
) {
  const [seen, setSeen] = useState(card.status)
  const draft = useDraft(`${form} ${card.id}`, initial)
  const action = useMissionAction({
    said,
    onDone: () => {
      draft.clear()
      finishDialog()
    },
  })
  const send = <M extends MissionCommand>(method: M, input: Input<M>, more: Readonly<Record<string, string>> = {}) => {
    const found = inputFaults(method, input)
    const faults: FormFaults = { ...found, fields: { ...found.fields, ...more } }
    action.send(faults, () => call(method, input) as Promise<MissionReceipt>)
  }
  /** The properties of the form's frame; `submit` is told which status the mission was seen in. */
  const frame = (submit: (expect: string) => void, question: ReactNode = null) => ({
    description: <MissionLine card={card} at={at} of={of} />,
    faults: action.faults,
    pending: action.pending,
    onSubmit: () => submit(seen),
    changed: seen !== card.status,
    notice: (
      <>
        {question}
        <ChangedNotice
          seen={seen}
          card={card}
          onGoOn={() => {
            setSeen(card.status)
            submit(card.status)
          }}
        />
      </>
    ),
  })
  return { values: draft.values, change: draft.change, fields: action.faults.fields, send, frame }
}
