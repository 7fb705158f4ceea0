import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MetricDetail } from '../../src-main/domain/benchmarks/benchmark-overview'
import { bridgeQuery, call } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { ActionForm } from '../mission/action-form'
import { NO_FAULTS } from '../mission/form-faults'
import { Field, TextArea, TextInput } from '../parts/field'
import { Segments } from '../parts/segments'
import { Select } from '../parts/select'
import { showMetricForm, useMetricForm } from './metric-forms'
import { directionWords, measureWords } from './metric-words'
import { runWords } from './run-words'
import { useMetricAct } from './use-metric-act'

const close = () => showMetricForm(null)
const TYPED = 'typed'

/** The form about a metric that is open, if any; mounted once by the view. */
export function MetricDialogs() {
  const form = useMetricForm()
  const { data } = useQuery({
    ...bridgeQuery('benchmarks.metric', { metric: form?.metric ?? '' }),
    enabled: form !== null,
  })
  if (form === null || data === undefined) return null
  if (form.kind === 'dismiss') return <DismissDialog metric={data} />
  if (form.kind === 'threshold') return <ThresholdDialog metric={data} />
  return <BaselineDialog metric={data} run={form.run} />
}

function DismissDialog({ metric }: { metric: MetricDetail }) {
  const [reason, setReason] = useState('')
  const act = useMetricAct(close)
  const submit = () => {
    const faults =
      reason.trim() === '' ? { fields: { reason: 'Say why it is no regression.' }, whole: null } : NO_FAULTS
    act.send(faults, () =>
      call('benchmarks.decide', { metric: metric.metric, decision: 'dismissed', reason: reason.trim() }),
    )
  }
  return (
    <ActionForm
      title={`Dismiss ${visibleText(metric.metric)}`}
      description="It no longer counts as open, here and in cmos bench check, until the next step."
      submit="Dismiss"
      faults={act.faults}
      pending={act.pending}
      onSubmit={submit}
      onClose={close}
    >
      <Field label="Reason" error={act.faults.fields.reason}>
        <TextArea data-first rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ActionForm>
  )
}

function BaselineDialog({ metric, run }: { metric: MetricDetail; run: number | null }) {
  const runs = metric.history.toReversed()
  const [source, setSource] = useState(String(run ?? runs[0]?.id ?? TYPED))
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const act = useMetricAct(close)
  const submit = () => {
    const value = Number(typed)
    const wrong = source === TYPED && (typed.trim() === '' || !Number.isFinite(value))
    const baseline =
      source === TYPED ? { run: null, value, reason: reason.trim() } : { run: Number(source), reason: reason.trim() }
    const faults = wrong ? { fields: { value: 'Type a number, such as 2310 or 0.93.' }, whole: null } : NO_FAULTS
    act.send(faults, () => call('benchmarks.setBaseline', { metric: metric.metric, baseline }))
  }
  return (
    <ActionForm
      title={`New baseline of ${visibleText(metric.metric)}`}
      description="What is accepted as good. From a run on, earlier steps no longer count."
      submit="Set baseline"
      faults={act.faults}
      pending={act.pending}
      onSubmit={submit}
      onClose={close}
    >
      <Field label="From">
        <Select
          value={source}
          options={[
            ...runs.slice(0, 50).map((one) => ({
              value: String(one.id),
              label: `${measureWords(one.value, metric.unit)}, ${runWords(one)}`,
            })),
            { value: TYPED, label: 'A value of my own' },
          ]}
          onChange={setSource}
        />
      </Field>
      {source === TYPED && (
        <Field
          label={metric.unit === null ? 'Value' : `Value in ${visibleText(metric.unit)}`}
          error={act.faults.fields.value}
        >
          <TextInput inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
      )}
      <Field label="Reason" optional hint="Such as: the new parser reads twice as much.">
        <TextArea data-first rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ActionForm>
  )
}

const KINDS = [
  { value: 'limit', label: 'A limit' },
  { value: 'improvement', label: 'An improvement' },
  { value: 'none', label: 'None' },
] as const
type Kind = (typeof KINDS)[number]['value']

function ThresholdDialog({ metric }: { metric: MetricDetail }) {
  const { threshold, unit, direction } = metric
  const shown = threshold?.kind === 'improvement' ? threshold.value * 100 : threshold?.value
  const [kind, setKind] = useState<Kind>(threshold?.kind ?? 'limit')
  const [typed, setTyped] = useState(shown === undefined ? '' : String(Number(shown.toPrecision(12))))
  const act = useMetricAct(close)
  const submit = () => {
    const value = Number(typed)
    const wrong = kind !== 'none' && (typed.trim() === '' || !Number.isFinite(value))
    const wanted = kind === 'none' ? null : { kind, value: kind === 'improvement' ? value / 100 : value }
    const faults = wrong ? { fields: { value: 'Type a number.' }, whole: null } : NO_FAULTS
    act.send(faults, () => call('benchmarks.setThreshold', { metric: metric.metric, threshold: wanted }))
  }
  return (
    <ActionForm
      title={`Threshold of ${visibleText(metric.metric)}`}
      description={`${directionWords(direction)}. It is judged by the newest run, without regard to noise.`}
      submit="Set threshold"
      faults={act.faults}
      pending={act.pending}
      onSubmit={submit}
      onClose={close}
    >
      <Segments label="Kind of threshold" value={kind} options={KINDS} onChange={setKind} />
      {kind !== 'none' && (
        <Field
          label={
            kind === 'limit'
              ? `Must not go ${direction === 'lower' ? 'above' : 'below'}`
              : 'Better than the baseline by'
          }
          hint={kind === 'limit' ? visibleText(unit ?? '') : 'per cent of the baseline'}
          error={act.faults.fields.value}
        >
          <TextInput data-first inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
      )}
    </ActionForm>
  )
}
