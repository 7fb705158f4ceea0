import type { ChartPoint, ChartSeries } from './chart-series'
import css from './chart-tip.module.css'
import { Key } from './key'
import { usePanelScope } from './panel-scope'

interface ChartTipProps<P> {
  series: readonly ChartSeries<P>[]
  heading: (point: P) => string
  /** One more line, such as how many events are behind the figures. */
  note?: ((point: P) => string | null) | undefined
  /** Given by the chart. */
  active?: boolean
  payload?: readonly { readonly payload: P }[]
}

/** The one tooltip of a view: in the panel under the pointer, with the values of all its series. */
export function ChartTip<P extends ChartPoint>({ series, heading, note, active, payload }: ChartTipProps<P>) {
  const { hot, dragging } = usePanelScope()
  const point = payload?.[0]?.payload
  if (!active || !hot || dragging || point === undefined) return null
  const more = note?.(point) ?? null
  return (
    <div className={css.tip}>
      <p className={css.when}>{heading(point)}</p>
      <ul>
        {series.map(
          ({ id, name, kind, color, says }) =>
            says && (
              <li key={id} className={css.row}>
                <Key kind={kind} color={color} />
                <span className={css.name}>{name}</span>
                <span className={css.value}>{says(point)}</span>
              </li>
            ),
        )}
      </ul>
      {more !== null && <p className={css.note}>{more}</p>}
    </div>
  )
}
