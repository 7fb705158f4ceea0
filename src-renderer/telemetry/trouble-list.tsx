import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useState } from 'react'
import type { Trouble } from '../../src-main/domain/telemetry/telemetry'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { Key, type KeyKind } from '../charts/key'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { announce } from '../parts/announce'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import { useToast } from '../parts/use-toast'
import { useTelemetryScope } from './telemetry-scope'
import css from './trouble-list.module.css'

const SHOWN_FIRST = 2

const SEVERITIES: Readonly<Record<Trouble['severity'], { word: string; kind: KeyKind; color: string }>> = {
  serious: { word: 'Serious', kind: 'diamond', color: 'var(--sev-3)' },
  warning: { word: 'Warning', kind: 'triangle', color: 'var(--sev-1)' },
  notice: { word: 'Notice', kind: 'dot', color: 'var(--series-quiet)' },
}

/** Patterns of trouble in the range: what was found, by which rule, and the way to its events. */
export function TroubleList() {
  const { range } = useTelemetryScope()
  const [all, setAll] = useState(false)
  const { data, error, refetch } = useQuery({
    ...bridgeQuery('telemetry.troubles', { range }),
    placeholderData: keepPreviousData,
  })
  if (error) return <InlineError error={error} onRetry={() => void refetch()} />
  if (data === undefined || data.length === 0) return null
  const open = data.filter(({ dismissed }) => !dismissed)
  const aside = data.length - open.length
  const shown = all ? [...open, ...data.filter(({ dismissed }) => dismissed)] : open.slice(0, SHOWN_FIRST)
  const hidden = data.length - shown.length
  return (
    <section className={css.troubles} aria-labelledby="troubles">
      <header className={css.head}>
        <h2 id="troubles" className={css.title}>
          Troubles
        </h2>
        <p className={css.count}>
          {formatCounted(open.length, 'pattern')} of trouble
          {aside > 0 && `, ${aside} put aside`}
        </p>
        {(hidden > 0 || all) && data.length > 0 && (
          <Button aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? <ChevronUp size={13} aria-hidden /> : <ChevronDown size={13} aria-hidden />}
            {all ? 'Show fewer' : `Show ${hidden} more`}
          </Button>
        )}
      </header>
      {shown.length > 0 && (
        <ul className={css.list}>
          {shown.map((trouble) => (
            <TroubleRow key={trouble.id} trouble={trouble} />
          ))}
        </ul>
      )}
    </section>
  )
}

function TroubleRow({ trouble }: { trouble: Trouble }) {
  const { open } = useTelemetryScope()
  const toast = useToast()
  const { mutate: dismiss, isPending } = useMutation({
    ...bridgeCommand('telemetry.dismiss'),
    onSuccess: (_, { dismissed }) => announce(dismissed ? 'Put aside' : 'Taken up again'),
    onError: toast.refused,
  })
  const { word, kind, color } = SEVERITIES[trouble.severity]
  const says = visibleText(trouble.says)
  const { range, filter, dismissed } = trouble
  return (
    <li className={css.row} data-dismissed={dismissed}>
      <span className={css.severity}>
        <Key kind={kind} color={color} />
        {word}
      </span>
      <span className={css.words}>
        <button
          type="button"
          className={css.says}
          title="Show the events"
          onClick={() => open({ kind: 'events', title: trouble.says, range, filter })}
        >
          {says}
        </button>
        <span className={css.because}>{trouble.because}</span>
      </span>
      <Button
        disabled={isPending}
        aria-label={`${dismissed ? 'Take up again' : 'Dismiss'}: ${says}`}
        onClick={() => dismiss({ id: trouble.id, dismissed: !dismissed })}
      >
        {dismissed ? 'Take up again' : 'Dismiss'}
      </Button>
    </li>
  )
}
