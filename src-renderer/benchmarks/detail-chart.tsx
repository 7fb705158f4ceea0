import { Tooltip } from 'recharts'
import type { MetricDetail } from '../../src-main/domain/benchmarks/benchmark-overview'
import type { TimeRange } from '../../src-main/domain/timeline/timeline'
import type { ChartTable } from '../charts/chart-table'
import { formatChartMoment } from '../charts/chart-time'
import { Panel } from '../charts/panel'
import { visibleText } from '../markdown/visible-text'
import { MetricChart } from './metric-chart'
import css from './metric-detail.module.css'
import type { PlacedPoint } from './metric-scale'
import { figureWords, measureWords, metricSentence } from './metric-words'
import { runWords } from './run-words'

/** The chart of one metric, large, with its figures as a table and for files. */
export function DetailChart({ metric, range }: { metric: MetricDetail; range: TimeRange | null }) {
  const unit = visibleText(metric.unit ?? 'no unit')
  return (
    <div className={css.chart}>
      <Panel
        title="Trend"
        subtitle={`${unit}, axis fitted to the runs, not from zero`}
        summary={metricSentence(metric)}
        width={12}
        height={190}
        table={() => tableOf(metric)}
        legend={[metric.metric]}
      >
        <MetricChart metric={metric} range={range} large>
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--text-3)', strokeWidth: 1, strokeDasharray: '2 3' }}
            content={<RunTip metric={metric} />}
          />
        </MetricChart>
      </Panel>
    </div>
  )
}

interface RunTipProps {
  metric: MetricDetail
  /** Given by the chart. */
  active?: boolean
  payload?: readonly { readonly payload: PlacedPoint }[]
}

function RunTip({ metric, active, payload }: RunTipProps) {
  const point = payload?.[0]?.payload
  const run = point && metric.history.find(({ id }) => id === point.run)
  if (!active || point === undefined) return null
  return (
    <p className={css.tip} aria-live="polite">
      <span>{point.at === null ? 'undated' : formatChartMoment(point.at)}</span>
      {visibleText(measureWords(point.value, metric.unit))}
      {run && <span>{runWords({ ...run, at: null }).replace(/^undated(, )?/, '')}</span>}
    </p>
  )
}

function tableOf(metric: MetricDetail): ChartTable {
  return {
    columns: [
      { name: 'Ran', kind: 'time' },
      { name: metric.unit ?? 'Value', kind: 'number', says: figureWords },
      { name: 'Commit', kind: 'text' },
      { name: 'Branch', kind: 'text' },
      { name: 'Machine', kind: 'text' },
    ],
    rows: metric.history
      .toReversed()
      .map(({ at, value, commit, branch, machine }) => [at, value, commit ?? '', branch ?? '', machine ?? '']),
  }
}
