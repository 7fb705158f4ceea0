import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import type { MetricDetail } from '../../src-main/domain/benchmarks/benchmark-overview'
import { bridgeCommand, call } from '../bridge/bridge'
import { formatMoment } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { Field, TextArea } from '../parts/field'
import { InlineError } from '../parts/inline-error'
import { Select } from '../parts/select'
import css from './metric-notes.module.css'
import { runWords } from './run-words'
import { useMetricAct } from './use-metric-act'

const METRIC = 'metric'

/** What people wrote about a metric and its runs; rendered as the text that it is. */
export function MetricNotes({ metric }: { metric: MetricDetail }) {
  const act = useMetricAct()
  const whole = act.faults.whole
  return (
    <section aria-labelledby="notes">
      <h3 id="notes" className={css.heading}>
        Notes
      </h3>
      {metric.notes.length > 0 && (
        <ul className={css.notes}>
          {metric.notes.map(({ id, run, at, by, text }) => (
            <li key={id} className={css.note}>
              <p className={css.text}>{visibleText(text)}</p>
              <p className={css.about}>
                {visibleText(by)}, {formatMoment(at)}
                {run !== null && `, on run ${run}`}
              </p>
              <Button
                icon
                aria-label={`Remove the note: ${visibleText(text.slice(0, 60))}`}
                onClick={() => act.send({ fields: {}, whole: null }, () => call('benchmarks.removeNote', { id }))}
              >
                <X size={13} aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {whole !== null && <InlineError error={new Error(whole)} />}
      <NoteForm metric={metric} />
    </section>
  )
}

function NoteForm({ metric }: { metric: MetricDetail }) {
  const [text, setText] = useState('')
  const [about, setAbout] = useState(METRIC)
  const { mutate, isPending, error } = useMutation({
    ...bridgeCommand('benchmarks.annotate'),
    onSuccess: () => setText(''),
  })
  const send = () => {
    if (text.trim() === '' || isPending) return
    const run = about === METRIC ? null : Number(about)
    mutate({ metric: metric.metric, run, text: text.trim() })
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    send()
  }
  return (
    <form
      className={css.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
      }}
    >
      <Field label="New note">
        <TextArea rows={2} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      {text.trim() !== '' && (
        <div className={css.send}>
          <Select
            label="On"
            value={about}
            options={[
              { value: METRIC, label: 'On the metric' },
              ...metric.history
                .slice(-30)
                .toReversed()
                .map((run) => ({ value: String(run.id), label: `On ${runWords(run)}` })),
            ]}
            onChange={setAbout}
          />
          <Button kind="outline" type="submit" disabled={isPending}>
            Add note
          </Button>
        </div>
      )}
      {error && <InlineError error={error} />}
    </form>
  )
}
