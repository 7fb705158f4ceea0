import { createPortal } from 'react-dom'
import { useActiveTooltipDataPoints, useIsTooltipActive } from 'recharts'
import css from './chart-legend.module.css'
import type { ChartPoint, ChartSeries } from './chart-series'
import { Key } from './key'
import { usePanelScope } from './panel-scope'

/** The legend is the readout: while any chart of the view has a cursor, every panel shows its own values in its header. */
export function ChartLegend<P extends ChartPoint>({ series }: { series: readonly ChartSeries<P>[] }) {
  const { legend, hot } = usePanelScope()
  const active = useIsTooltipActive()
  const points = useActiveTooltipDataPoints<P>()
  const point = active ? points?.[0] : undefined
  if (legend === null) return null
  return createPortal(
    <ul className={css.legend} aria-live={hot ? 'polite' : 'off'}>
      {series.map((one) => (
        <li key={one.id}>
          <LegendEntry series={one} value={point && one.says?.(point)} />
        </li>
      ))}
    </ul>,
    legend,
  )
}

function LegendEntry<P>({ series, value }: { series: ChartSeries<P>; value: string | undefined }) {
  const { onOpen } = series
  const words = (
    <>
      <Key kind={series.kind} color={series.color} />
      <span className={css.name}>{series.name}</span>
      {value !== undefined && <b className={css.value}>{value}</b>}
    </>
  )
  if (onOpen === undefined) return <span className={css.entry}>{words}</span>
  return (
    <button type="button" className={css.entry} title={`Events of ${series.name}`} onClick={() => onOpen(null)}>
      {words}
    </button>
  )
}
