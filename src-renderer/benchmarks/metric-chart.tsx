import { memo, type ReactNode, useMemo } from 'react'
import { CartesianGrid, ComposedChart, Line, ReferenceArea, ReferenceDot, ReferenceLine, XAxis, YAxis } from 'recharts'
import type { MetricOverview } from '../../src-main/domain/benchmarks/benchmark-overview'
import type { TimeRange } from '../../src-main/domain/timeline/timeline'
import { formatTimeTick, timeTicks } from '../charts/chart-time'
import { formatTick } from '../charts/quantity'
import { axisOf, type PlacedPoint, placedPoints, valueMarks, valueRange } from './metric-scale'
import { figureWords, limitOf } from './metric-words'

const TICK = { fontSize: 11, fill: 'var(--text-3)' }
const MARGIN = { top: 8, right: 8, bottom: 0, left: 0 }
const FULL = { width: '100%', height: '100%' }

interface MetricChartProps {
  metric: MetricOverview
  range: TimeRange | null
  /** Larger, with more ticks, for the detail. */
  large?: boolean
  /** A tooltip where there is room for one. */
  children?: ReactNode
}

/** The runs of a metric: line, noise band of the present level, steps, baseline and limit, each named on its line. */
export const MetricChart = memo(function MetricChart({ metric, range, large = false, children }: MetricChartProps) {
  const placed = useMemo(() => placedPoints(metric.points, range), [metric.points, range])
  const values = useMemo(() => valueRange(metric), [metric])
  const ticks = useMemo(() => (range === null ? [] : timeTicks(range, large ? 6 : 3)), [range, large])
  return (
    <ComposedChart
      data={placed}
      margin={MARGIN}
      responsive
      style={FULL}
      accessibilityLayer={large}
      title={titleOf(metric, large)}
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        dataKey="x"
        type="number"
        domain={axisOf(range, placed)}
        ticks={ticks}
        tickFormatter={(at: number) => (range === null ? '' : formatTimeTick(at, range))}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: 'var(--line)' }}
        tickMargin={4}
        height={20}
        allowDataOverflow
      />
      <YAxis
        domain={values}
        ticks={valueMarks(values)}
        tickFormatter={(value: number) => formatTick(value, null)}
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={large ? 46 : 40}
        tickMargin={3}
        allowDataOverflow
      />
      {bandOf(metric, placed)}
      {stepsOf(metric, placed)}
      {linesOf(metric)}
      <Line
        dataKey="value"
        type="linear"
        stroke="var(--series-1)"
        strokeWidth={1.6}
        dot={large && placed.length <= 60 ? { r: 2, fill: 'var(--series-1)', strokeWidth: 0 } : false}
        activeDot={large ? { r: 3.5, fill: 'var(--series-1)', strokeWidth: 0 } : false}
        isAnimationActive={false}
      />
      {lastOf(metric, placed)}
      {children}
    </ComposedChart>
  )
})

function titleOf({ metric }: MetricOverview, large: boolean): string {
  return large ? `${metric}. Left and right arrows read values.` : ''
}

/** What noise alone stays within, drawn over the level that it was taken from. */
function bandOf({ trend, points }: MetricOverview, placed: readonly PlacedPoint[]): ReactNode {
  const { band, steps } = trend
  const from = xOf(points, placed, steps.at(-1)?.index ?? 0)
  const to = placed.at(-1)?.x
  if (band === null || from === undefined || to === undefined) return null
  return (
    <ReferenceArea
      x1={from}
      x2={to}
      y1={band.low}
      y2={band.high}
      fill="var(--series-1-band-1)"
      stroke="none"
      ifOverflow="hidden"
    />
  )
}

function stepsOf({ trend, points }: MetricOverview, placed: readonly PlacedPoint[]): ReactNode {
  return trend.steps.map(({ index }) => {
    const x = xOf(points, placed, index)
    if (x === undefined) return null
    return <ReferenceLine key={index} x={x} stroke="var(--text-3)" strokeWidth={1} strokeDasharray="1 3" />
  })
}

function linesOf(metric: MetricOverview): ReactNode {
  const { baseline } = metric
  const limit = limitOf(metric)
  const above = limit === null || baseline === null || baseline.value >= limit
  return (
    <>
      {baseline && (
        <ReferenceLine
          y={baseline.value}
          stroke="var(--text-2)"
          strokeWidth={1}
          strokeDasharray="5 3"
          label={{
            value: `baseline ${figureWords(baseline.value)}`,
            position: above ? 'insideBottomLeft' : 'insideTopLeft',
            fontSize: 11,
          }}
        />
      )}
      {limit !== null && (
        <ReferenceLine
          y={limit}
          stroke="var(--sev-2)"
          strokeWidth={1.4}
          label={{
            value: `limit ${figureWords(limit)}`,
            position: above ? 'insideTopLeft' : 'insideBottomLeft',
            fontSize: 11,
          }}
        />
      )}
    </>
  )
}

function lastOf({ trend, broken, decision }: MetricOverview, placed: readonly PlacedPoint[]): ReactNode {
  const last = placed.at(-1)
  if (last === undefined) return null
  const warm = decision === null && (broken || trend.verdict === 'regressed')
  return (
    <ReferenceDot
      x={last.x}
      y={last.value}
      r={3.5}
      fill={warm ? 'var(--blocked-mark)' : 'var(--series-1)'}
      stroke="var(--bg-card)"
    />
  )
}

/** Points that the axis has no room for were left out at the front. */
function xOf(points: MetricOverview['points'], placed: readonly PlacedPoint[], index: number): number | undefined {
  return placed[Math.max(0, index - (points.length - placed.length))]?.x
}
