import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { MetricDetail as Detail } from '../../src-main/domain/benchmarks/benchmark-overview'
import type { TimeRange } from '../../src-main/domain/timeline/timeline'
import { bridgeQuery } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { DetailChart } from './detail-chart'
import { MetricActions } from './metric-actions'
import css from './metric-detail.module.css'
import { MetricNotes } from './metric-notes'
import {
  directionWords,
  figureWords,
  isOpen,
  lookOf,
  measureWords,
  referenceWords,
  shareWords,
  thresholdWords,
  verdictWords,
} from './metric-words'
import { RuleSection } from './rule-section'
import { RunsTable } from './runs-table'
import { VerdictGlyph } from './verdict-glyph'
import { WhatChanged } from './what-changed'

interface MetricDetailProps {
  name: string
  range: TimeRange | null
  onClose: () => void
  onCompare: (before: number | null, after: number) => void
}

/** A metric beside the others: against its baseline, what changed when it moved, why that is so, and what to do about it. */
export function MetricDetail({ name, range, onClose, onCompare }: MetricDetailProps) {
  const { data, error, refetch } = useQuery(bridgeQuery('benchmarks.metric', { metric: name }))
  return (
    <section className={css.detail} aria-label={`Metric ${visibleText(name)}`} data-region="metric" tabIndex={-1}>
      <div className={css.body}>
        <header>
          <div className={css.kicker}>
            <span>{data ? directionWords(data.direction) : 'Metric'}</span>
            <Button icon aria-label="Close" onClick={onClose}>
              <X size={15} aria-hidden />
            </Button>
          </div>
          <h2 className={css.title}>{visibleText(name)}</h2>
          {data && <Conclusion metric={data} />}
        </header>
        {!data && (error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />)}
        {data && (
          <>
            <DetailChart metric={data} range={range} />
            <WhatChanged metric={data} />
            <RuleSection metric={data} />
            <RunsTable metric={data} onCompare={onCompare} />
            <MetricNotes metric={data} />
          </>
        )}
      </div>
      {data && <MetricActions metric={data} onCompare={onCompare} />}
    </section>
  )
}

/** The verdict, and the metric against its baseline. */
function Conclusion({ metric }: { metric: Detail }) {
  const { unit, points, trend, baseline, broken, decision } = metric
  const last = points.at(-1)
  const limit = thresholdWords(metric)
  return (
    <>
      <p className={css.verdict} data-warm={isOpen(metric)}>
        <VerdictGlyph look={lookOf(metric)} settled={decision !== null} size={15} />
        <b>{verdictWords(metric)}</b>
      </p>
      <dl className={css.figures}>
        <div>
          <dt>Last value</dt>
          <dd>{last ? measureWords(last.value, unit) : 'none'}</dd>
        </div>
        <div>
          <dt>Change</dt>
          <dd>
            {trend.change === null ? '—' : shareWords(trend.change)} <small>{referenceWords(metric)}</small>
          </dd>
        </div>
        <div>
          <dt>Baseline</dt>
          <dd>
            {baseline === null ? 'none set' : figureWords(baseline.value)}{' '}
            {baseline !== null && (
              <small>
                {baseline.by === null ? 'stated by' : `by ${visibleText(baseline.by)}`}
                {baseline.reason !== null &&
                  ` ${baseline.by === null ? '' : '“'}${visibleText(baseline.reason)}${baseline.by === null ? '' : '”'}`}
              </small>
            )}
          </dd>
        </div>
      </dl>
      {limit !== null && (
        <p className={css.threshold} data-broken={broken}>
          {broken ? <b>Threshold broken: it {limit}.</b> : `Threshold kept: it ${limit}.`}
        </p>
      )}
      {decision && (
        <p className={css.decision}>
          {decision.kind === 'confirmed' ? 'Confirmed' : 'Dismissed'} by {visibleText(decision.by)}
          {decision.reason !== null && `: “${visibleText(decision.reason)}”`}
        </p>
      )}
    </>
  )
}
