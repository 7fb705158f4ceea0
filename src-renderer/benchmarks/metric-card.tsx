import type { MetricOverview } from '../../src-main/domain/benchmarks/benchmark-overview'
import type { TimeRange } from '../../src-main/domain/timeline/timeline'
import { useTurn } from '../charts/use-turn'
import { visibleText } from '../markdown/visible-text'
import css from './metric-card.module.css'
import { MetricChart } from './metric-chart'
import { directionWords, figureWords, isOpen, lookOf, referenceWords, shareWords, verdictWords } from './metric-words'
import { VerdictGlyph } from './verdict-glyph'

/** One metric at a glance: what it does, how sure that is, and the last value. */
export function MetricCard({ metric, range }: { metric: MetricOverview; range: TimeRange | null }) {
  const { unit, direction, points, trend, broken, decision } = metric
  const mine = useTurn()
  const last = points.at(-1)
  return (
    <>
      <div className={css.head}>
        <span className={css.name} title={visibleText(metric.metric)}>
          {visibleText(metric.metric)}
        </span>
        <span className={css.last}>
          {last && figureWords(last.value)} {unit && <small>{visibleText(unit)}</small>}
        </span>
      </div>
      <div className={css.line} data-warm={isOpen(metric)}>
        <VerdictGlyph look={lookOf(metric)} settled={decision !== null} size={13} />
        <b className={css.verdict}>{verdictWords(metric)}</b>
        {trend.change !== null && (
          <span className={css.change}>
            {shareWords(trend.change)}
            <span className="sr-only"> {referenceWords(metric)}</span>
          </span>
        )}
      </div>
      <div className={css.chart} aria-hidden="true">
        {mine && <MetricChart metric={metric} range={range} />}
      </div>
      <div className={css.foot}>
        <span>{directionWords(direction)}</span>
        {broken && <b className={css.broken}>threshold broken</b>}
        {decision && (
          <span className={css.decided}>
            {decision.kind} by {visibleText(decision.by)}
          </span>
        )}
      </div>
    </>
  )
}
