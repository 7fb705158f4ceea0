import { useState } from 'react'
import type { MetricDetail, RunOfMetric } from '../../src-main/domain/benchmarks/benchmark-overview'
import { formatMoment } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { Checkbox } from '../parts/checkbox'
import { showMetricForm } from './metric-forms'
import { figureWords, shareWords } from './metric-words'
import { runWords } from './run-words'
import css from './runs-table.module.css'

const SHOWN = 25

interface RunsTableProps {
  metric: MetricDetail
  onCompare: (before: number | null, after: number) => void
}

/** The runs of a metric, newest first; two that are ticked can be compared, one with the baseline. */
export function RunsTable({ metric, onCompare }: RunsTableProps) {
  const [ticked, setTicked] = useState<readonly number[]>([])
  const [shown, setShown] = useState(SHOWN)
  const runs = metric.history.toReversed()
  const tick = (id: number, on: boolean) =>
    setTicked(on ? [...ticked, id].slice(-2) : ticked.filter((other) => other !== id))
  const [after, before] = runs.filter(({ id }) => ticked.includes(id))
  return (
    <section aria-labelledby="runs">
      <h3 id="runs" className={css.heading}>
        Runs <span>{runs.length}</span>
        <Button
          kind="outline"
          className={css.compare}
          disabled={after === undefined || (before === undefined && metric.baseline === null)}
          onClick={() => after && onCompare(before?.id ?? null, after.id)}
        >
          {after !== undefined && before === undefined ? 'Compare with the baselines' : 'Compare two runs'}
        </Button>
      </h3>
      <table className={css.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">Ran</th>
            <th scope="col" data-end>
              {visibleText(metric.unit ?? 'Value')}
            </th>
            <th scope="col" data-end>
              Change
            </th>
            <th scope="col">Commit</th>
            <th scope="col">Machine</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {runs.slice(0, shown).map((run) => (
            <RunRow
              key={run.id}
              run={run}
              metric={metric}
              ticked={ticked.includes(run.id)}
              onTick={(on) => tick(run.id, on)}
            />
          ))}
        </tbody>
      </table>
      {runs.length > shown && (
        <Button onClick={() => setShown(shown + 100)}>Show {Math.min(100, runs.length - shown)} older runs</Button>
      )}
    </section>
  )
}

interface RunRowProps {
  run: RunOfMetric
  metric: MetricDetail
  ticked: boolean
  onTick: (on: boolean) => void
}

function RunRow({ run, metric, ticked, onTick }: RunRowProps) {
  const { reference, band, since } = metric.trend
  const change = reference === null || reference === 0 ? null : (run.value - reference) / Math.abs(reference)
  const outside = band !== null && (run.value < band.low || run.value > band.high)
  const first = since !== null && metric.history[since]?.id === run.id
  const words = runWords(run)
  return (
    <tr data-ticked={ticked} data-outside={outside} data-first-bad={first}>
      <td>
        <Checkbox checked={ticked} onCheckedChange={onTick}>
          <span className="sr-only">Compare {words}</span>
        </Checkbox>
      </td>
      <td title={`${words}, from ${visibleText(run.source)}`}>
        {run.at === null ? 'undated' : formatMoment(run.at)}
        {run.recordedAt === null && <small> not recorded yet</small>}
      </td>
      <td data-end>{figureWords(run.value)}</td>
      <td data-end>{change === null ? '' : shareWords(change)}</td>
      <td className={css.mono}>{visibleText(run.commit?.slice(0, 8) ?? '')}</td>
      <td title={visibleText(run.machine ?? '')}>{visibleText(run.machine ?? '')}</td>
      <td>
        <Button
          className={css.baseline}
          aria-label={`Baseline from ${words}`}
          onClick={() => showMetricForm({ kind: 'baseline', metric: metric.metric, run: run.id })}
        >
          Baseline…
        </Button>
      </td>
    </tr>
  )
}
