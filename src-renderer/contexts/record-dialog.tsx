import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { bridgeQuery, call } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { ActionForm } from '../mission/action-form'
import { type FormFaults, hasFaults, inputFaults, NO_FAULTS, refusalFaults } from '../mission/form-faults'
import { MissionSuggest } from '../mission/mission-suggest'
import { useDraft } from '../mission/use-draft'
import { announce } from '../parts/announce'
import { Field, TextArea } from '../parts/field'
import field from '../parts/field.module.css'
import { Segments } from '../parts/segments'
import { useToast } from '../parts/use-toast'
import { closeRecordDialog, type RecordWish, type WrittenKind } from './record-dialog-store'
import { RECORD_WORDS, WRITTEN_KINDS } from './record-words'

interface Written {
  readonly summary: string
  readonly warnings: readonly string[]
  readonly undo: string | null
}

interface Input {
  readonly text: string
  readonly mission?: string
}

const HINTS: Readonly<Record<WrittenKind, string>> = {
  decision: 'What was decided, and why, in a sentence or two.',
  constraint: 'What every mission has to respect, in a sentence.',
  learning: 'What others should know before they try the same.',
  next_step: 'What to do next, so that somebody can begin at once.',
}

function write(kind: WrittenKind, input: Input): Promise<Written> {
  if (kind === 'decision') return call('contexts.addDecision', input)
  if (kind === 'constraint') return call('contexts.addConstraint', input)
  return call('contexts.capture', { kind, ...input })
}

function faultsOf(kind: WrittenKind, input: Input): FormFaults {
  if (kind === 'decision') return inputFaults('contexts.addDecision', input)
  if (kind === 'constraint') return inputFaults('contexts.addConstraint', input)
  return inputFaults('contexts.capture', { kind, ...input })
}

/** Why nothing of a kind can be added to this store; null when it can. */
function useObstacle(kind: WrittenKind): string | null {
  const { data } = useQuery(bridgeQuery('contexts.records', { kind, words: '', offset: 0, limit: 1 }))
  return data?.shelves.find((shelf) => shelf.kind === kind)?.obstacle ?? null
}

/** Writes a decision, a constraint, a learning or a next step down, without touching JSON. */
export function RecordDialog({ wish }: { wish: RecordWish }) {
  const [kind, setKind] = useState<WrittenKind>(wish.kind)
  const draft = useDraft(`record ${wish.mission ?? ''}`, { text: wish.text ?? '', mission: wish.mission ?? '' })
  const [faults, setFaults] = useState<FormFaults>(NO_FAULTS)
  const toast = useToast()
  const obstacle = useObstacle(kind)
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: (input: Input) => write(kind, input),
    onSuccess: ({ summary, warnings, undo }) => {
      const said = visibleText(summary)
      toast.done(said, { undo, warnings: [...warnings] })
      announce(said)
      draft.clear()
      closeRecordDialog()
    },
    onError: (error) => setFaults(refusalFaults(error)),
  })
  const submit = () => {
    const mission = draft.values.mission.trim()
    const input = { text: draft.values.text, ...(mission !== '' && { mission }) }
    const found = obstacle === null ? faultsOf(kind, input) : { fields: {}, whole: obstacle }
    setFaults(found)
    if (!hasFaults(found) && !isPending) mutate(input)
  }
  const { one } = RECORD_WORDS[kind]
  return (
    <ActionForm
      title={`Add ${one.toLowerCase()}`}
      submit={`Add ${one.toLowerCase()}`}
      faults={faults.whole === null && obstacle !== null ? { ...faults, whole: obstacle } : faults}
      pending={isPending || obstacle !== null}
      onSubmit={submit}
      onClose={closeRecordDialog}
    >
      <Segments
        label="Kind"
        value={kind}
        options={WRITTEN_KINDS.map((value) => ({ value, label: RECORD_WORDS[value].one }))}
        onChange={setKind}
      />
      <Field label={one} hint={HINTS[kind]} error={faults.fields.text}>
        <TextArea
          data-first
          rows={4}
          value={draft.values.text}
          onChange={(event) => draft.change({ text: event.target.value })}
        />
      </Field>
      <Field
        label="Mission"
        optional
        hint="The mission it came from; its timeline then shows it."
        error={faults.fields.mission}
      >
        <MissionSuggest
          className={`${field.control} mono`}
          aria-label="Mission it came from"
          value={draft.values.mission}
          onValue={(mission) => draft.change({ mission })}
        />
      </Field>
    </ActionForm>
  )
}
