import { type ReactNode, useMemo } from 'react'
import { CartesianGrid, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts'
import type { TimeRange } from '../../src-main/domain/timeline/timeline'
import { ChartLegend } from './chart-legend'
import type { ChartPoint, ChartSeries } from './chart-series'
import { formatBucket, formatTimeTick, timeTicks } from './chart-time'
import { ChartTip } from './chart-tip'
import { HatchPattern } from './hatch'
import { formatTick, type Unit, valueTicks } from './quantity'
import { ZoomLayer } from './zoom-layer'

/** Charts with this name share one cursor. */
const SYNC = 'charts'
const TICK = { fontSize: 11, fill: 'var(--text-3)' }
const MARGIN = { top: 6, right: 10, bottom: 0, left: 0 }
/** Room for a value with its unit; strips without an axis keep it, so that all plots begin at the same place. */
const VALUES = 54
const FULL = { width: '100%', height: '100%' }
const TIP = { zIndex: 10, outline: 'none' }

export interface TimeChartProps<P extends ChartPoint> {
  /** Names the chart for those who hear it. */
  title: string
  points: readonly P[]
  range: TimeRange
  /** Milliseconds. */
  bucket: number
  /** The largest value; the axis begins at zero. */
  max: number
  unit: Unit
  /** Only whole numbers occur. */
  counts?: boolean
  series: readonly ChartSeries<P>[]
  note?: (point: P) => string | null
  /** No axis of values, as in a strip. */
  bare?: boolean
  onZoom: (range: TimeRange) => void
  /** A click that hit no series opens its bucket. */
  onBucket?: (bucket: ChartPoint) => void
  /** Areas, lines and bars. */
  children: ReactNode
}

/** A chart over time: honest axes from zero, one cursor with all others, drag to zoom, click to open a bucket. */
export function TimeChart<P extends ChartPoint>(props: TimeChartProps<P>) {
  const { points, range, bucket, series, unit, bare = false, onBucket } = props
  const ticks = useMemo(() => timeTicks(range), [range])
  const values = useMemo(() => valueTicks(props.max, 4, props.counts ?? false), [props.max, props.counts])
  const heading = (point: P) => formatBucket(point.from, bucket)
  const pick = (at: number, id: string | null) => {
    const point = points[Math.floor((at - range.from) / bucket)]
    if (point === undefined) return
    const open = series.find((one) => one.id === id)?.onOpen
    if (open !== undefined) open(point)
    else onBucket?.(point)
  }
  return (
    <ComposedChart
      title={`${props.title}. Left and right arrows read values.`}
      data={points as P[]}
      margin={bare ? { ...MARGIN, left: VALUES } : MARGIN}
      syncId={SYNC}
      syncMethod={nearestIn(bucket)}
      responsive
      style={FULL}
    >
      <HatchPattern />
      {!bare && <CartesianGrid vertical={false} stroke="var(--grid)" />}
      <XAxis
        dataKey="at"
        type="number"
        scale="time"
        domain={[range.from, range.to]}
        ticks={ticks}
        tickFormatter={(at: number) => formatTimeTick(at, range)}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: 'var(--line)' }}
        tickMargin={5}
        height={22}
        allowDataOverflow
      />
      <YAxis
        hide={bare}
        domain={[0, values.at(-1) ?? 1]}
        ticks={values}
        tickFormatter={(value: number) => formatTick(value, unit)}
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={VALUES}
        tickMargin={4}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={bare ? false : { stroke: 'var(--text-3)', strokeWidth: 1, strokeDasharray: '2 3' }}
        wrapperStyle={TIP}
        content={<ChartTip<P> series={series} heading={heading} note={props.note} />}
      />
      <ChartLegend<P> series={series} />
      {props.children}
      <ZoomLayer onZoom={props.onZoom} onPick={pick} />
    </ComposedChart>
  )
}

/** Charts may have different buckets, so the cursor goes to the nearest one by time, unless that is far away. */
function nearestIn(bucket: number) {
  return (ticks: readonly { readonly value?: unknown }[], data: { readonly activeLabel?: unknown }): number => {
    const at = Number(data.activeLabel)
    let [best, distance] = [-1, Number.POSITIVE_INFINITY]
    ticks.forEach((tick, index) => {
      const far = Math.abs(Number(tick.value) - at)
      if (far < distance) [best, distance] = [index, far]
    })
    return distance <= bucket ? best : -1
  }
}
