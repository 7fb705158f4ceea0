import { useQuery } from '@tanstack/react-query'
import { bridgeQuery } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { Field, TextArea, TextInput } from '../parts/field'
import { Select } from '../parts/select'
import { TextRows } from './text-rows'

/** What an operator can write about a mission, in the shape that the fields edit. */
export type SpecValues = {
  readonly name: string
  /** Empty for no sprint. */
  readonly sprintId: string
  readonly notes: string
  readonly description: string
  readonly successCriteria: readonly string[]
  readonly deliverables: readonly string[]
}

export const EMPTY_SPEC: SpecValues = {
  name: '',
  sprintId: '',
  notes: '',
  description: '',
  successCriteria: [],
  deliverables: [],
}

interface SpecFieldsProps {
  values: SpecValues
  faults: Readonly<Record<string, string>>
  onChange: (part: Partial<SpecValues>) => void
}

/** The fields that adding and editing a mission have in common. */
export function SpecFields({ values, faults, onChange }: SpecFieldsProps) {
  return (
    <>
      <Field label="Name" error={faults.name}>
        <TextInput value={values.name} onChange={(event) => onChange({ name: event.target.value })} />
      </Field>
      <SprintField value={values.sprintId} error={faults.sprintId} onChange={(sprintId) => onChange({ sprintId })} />
      <Field label="Description" optional error={faults.description}>
        <TextArea value={values.description} onChange={(event) => onChange({ description: event.target.value })} />
      </Field>
      <TextRows
        label="Success criteria"
        one="Criterion"
        rows={values.successCriteria}
        error={faults.successCriteria}
        onChange={(successCriteria) => onChange({ successCriteria })}
      />
      <TextRows
        label="Deliverables"
        one="Deliverable"
        rows={values.deliverables}
        error={faults.deliverables}
        onChange={(deliverables) => onChange({ deliverables })}
      />
      <Field label="Notes" optional error={faults.notes} hint="Markdown. Earlier notes stay in the history.">
        <TextArea value={values.notes} onChange={(event) => onChange({ notes: event.target.value })} />
      </Field>
    </>
  )
}

interface SprintFieldProps {
  value: string
  error?: string | undefined
  onChange: (sprintId: string) => void
}

/** The choice of a sprint, the running ones first as the workspace lists them. */
export function SprintField({ value, error, onChange }: SprintFieldProps) {
  const { data: sprints = [] } = useQuery(bridgeQuery('sprints.list', {}))
  const listed = sprints.map((sprint) => ({ value: sprint.id, label: visibleText(sprint.title || sprint.id) }))
  const options = [{ value: '', label: 'No sprint' }, ...listed]
  return (
    <Field label="Sprint" error={error}>
      <Select value={value} options={options} onChange={onChange} />
    </Field>
  )
}
