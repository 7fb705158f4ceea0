import type { MetricDetail } from '../../src-main/domain/benchmarks/benchmark-overview'
import { call } from '../bridge/bridge'
import { openNewMission } from '../mission/dialog-store'
import { NO_FAULTS } from '../mission/form-faults'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import { Kbd } from '../parts/kbd'
import css from './metric-detail.module.css'
import { showMetricForm } from './metric-forms'
import { isOpen } from './metric-words'
import { missionFor } from './mission-for'
import { useMetricAct } from './use-metric-act'

interface MetricActionsProps {
  metric: MetricDetail
  onCompare: (before: number | null, after: number) => void
}

/** What can be decided about a metric; the one that is wanted is the primary button. */
export function MetricActions({ metric, onCompare }: MetricActionsProps) {
  const name = metric.metric
  const act = useMetricAct()
  const decide = (decision: 'confirmed' | null) =>
    act.send(NO_FAULTS, () => call('benchmarks.decide', { metric: name, decision, reason: '' }))
  const confirmed = metric.decision?.kind === 'confirmed'
  const last = metric.points.at(-1)
  return (
    <footer className={css.actions}>
      {act.faults.whole !== null && <InlineError error={new Error(act.faults.whole)} />}
      <Button onClick={() => showMetricForm({ kind: 'threshold', metric: name })}>Threshold…</Button>
      <Button
        disabled={last === undefined || metric.baseline === null}
        title={
          metric.baseline === null ? 'It has no baseline yet' : 'All metrics of the last run against the baselines'
        }
        onClick={() => last && onCompare(null, last.run)}
      >
        Compare
      </Button>
      <span className={css.gap} />
      <Button
        kind="outline"
        aria-keyshortcuts="B"
        onClick={() => showMetricForm({ kind: 'baseline', metric: name, run: null })}
      >
        New baseline <Kbd>B</Kbd>
      </Button>
      {metric.decision !== null && <Button onClick={() => decide(null)}>Reopen</Button>}
      {isOpen(metric) && (
        <>
          <Button
            kind="outline"
            aria-keyshortcuts="D"
            onClick={() => showMetricForm({ kind: 'dismiss', metric: name })}
          >
            Dismiss <Kbd>D</Kbd>
          </Button>
          <Button kind="ink" aria-keyshortcuts="Y" disabled={act.pending} onClick={() => decide('confirmed')}>
            Confirm <Kbd>Y</Kbd>
          </Button>
        </>
      )}
      {confirmed && (
        <Button kind="ink" onClick={() => openNewMission(missionFor(metric))}>
          Create mission…
        </Button>
      )}
    </footer>
  )
}
