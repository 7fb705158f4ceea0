import { useQuery } from '@tanstack/react-query'
import { bridgeQuery, call } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { Field, TextInput } from '../parts/field'
import { Segments } from '../parts/segments'
import { ActionForm } from './action-form'
import { listedTexts } from './dialog-rules'
import { finishDialog, type GivenMission } from './dialog-store'
import { inputFaults } from './form-faults'
import { EMPTY_SPEC, SpecFields } from './spec-fields'
import { useDraft } from './use-draft'
import { useMissionAction } from './use-mission-action'

const STATUSES = [
  { value: 'Queued', label: 'Queued' },
  { value: 'Current', label: 'Current' },
] as const
type FirstStatus = (typeof STATUSES)[number]['value']

/** The sprint is null until one is chosen; until then it is the running one. */
const EMPTY = { ...EMPTY_SPEC, id: '', status: 'Queued' as FirstStatus, sprint: null as string | null }

/** Adds a mission to the backlog, in the running sprint unless another is chosen. */
export function AddDialog({ given }: { given: GivenMission | null }) {
  const { data: overview } = useQuery(bridgeQuery('now.overview', {}))
  const draft = useDraft(given === null ? 'add' : `add ${given.name}`, { ...EMPTY, ...given })
  const values = { ...draft.values, sprintId: draft.values.sprint ?? overview?.sprint?.id ?? '' }
  const action = useMissionAction({
    said: () => `Added ${visibleText(values.id.trim())}`,
    onDone: () => {
      draft.clear()
      finishDialog()
    },
  })
  const submit = () => {
    const input = {
      id: values.id.trim(),
      name: values.name.trim(),
      status: values.status,
      sprintId: values.sprintId || null,
      successCriteria: listedTexts(values.successCriteria),
      deliverables: listedTexts(values.deliverables),
      ...(values.notes.trim() && { notes: values.notes }),
      ...(values.description.trim() && { description: values.description }),
    }
    const found = inputFaults('missions.add', input)
    // The store takes a mission without a name; a person who adds one by hand has forgotten it.
    const faults = input.name === '' ? { ...found, fields: { ...found.fields, name: 'Fill this in.' } } : found
    action.send(faults, () => call('missions.add', input))
  }
  return (
    <ActionForm
      title="Add mission"
      submit="Add mission"
      width="wide"
      faults={action.faults}
      pending={action.pending}
      onSubmit={submit}
    >
      <Field label="Id" error={action.faults.fields.id} hint="Short and never changed, such as B4.9.">
        <TextInput
          data-first
          className="mono"
          value={values.id}
          onChange={(event) => draft.change({ id: event.target.value })}
        />
      </Field>
      <SpecFields
        values={values}
        faults={action.faults.fields}
        onChange={({ sprintId, ...part }) => draft.change(sprintId === undefined ? part : { sprint: sprintId })}
      />
      <Segments
        label="Starts as"
        value={values.status}
        options={STATUSES}
        onChange={(status) => draft.change({ status })}
      />
    </ActionForm>
  )
}
