import { Area, Line } from 'recharts'
import type { FieldSeries, TelemetryFilter } from '../../src-main/domain/telemetry/telemetry'
import { type ChartSeries, markClass } from '../charts/chart-series'
import { TimeChart } from '../charts/time-chart'
import { formatCounted } from '../format'
import { useTelemetryScope } from './telemetry-scope'
import { largest, saidValue, type ValuePoint } from './value-points'

const STILL = { isAnimationActive: false, type: 'linear', connectNulls: false } as const

interface PercentileChartProps {
  title: string
  data: FieldSeries
  points: readonly ValuePoint[]
  /** What the events behind a value fit. */
  filter: Partial<TelemetryFilter>
}

/** Percentiles of one thing in one hue: a band from p10 to p90, lines for p50, p95 and p99; gaps stay gaps. */
export function PercentileChart({ title, data, points, filter }: PercentileChartProps) {
  const { zoom, openEvents } = useTelemetryScope()
  const { unit, bucket, range } = data
  const series: readonly ChartSeries<ValuePoint>[] = [
    { id: 'p99', name: 'p99', kind: 'thin', color: 'var(--series-1)', says: ({ p99 }) => saidValue(p99, unit) },
    { id: 'p95', name: 'p95', kind: 'dash', color: 'var(--series-1)', says: ({ p95 }) => saidValue(p95, unit) },
    {
      id: 'band',
      name: 'p10 to p90',
      kind: 'band',
      color: 'var(--series-1-band-2)',
      says: ({ band }) => (band === null ? 'no data' : `${saidValue(band[0], unit)} to ${saidValue(band[1], unit)}`),
    },
    { id: 'p50', name: 'p50', kind: 'line', color: 'var(--series-1)', says: ({ p50 }) => saidValue(p50, unit) },
  ]
  return (
    <TimeChart
      title={title}
      points={points}
      range={range}
      bucket={bucket}
      max={largest(points, 'p99')}
      unit={unit}
      series={series}
      note={({ count }) => (count === 0 ? 'No events with it' : formatCounted(count, 'value'))}
      onZoom={zoom}
      onBucket={({ from }) => openEvents(title, filter, { from, to: from + bucket })}
    >
      <Area
        dataKey="band"
        className={markClass('band')}
        stroke="none"
        fill="var(--series-1-band-2)"
        activeDot={false}
        dot={lone('band', points)}
        {...STILL}
      />
      <Line
        dataKey="p99"
        stroke="var(--series-1)"
        strokeOpacity={0.62}
        strokeWidth={1}
        dot={lone('p99', points)}
        activeDot={{ r: 2.5, strokeWidth: 0 }}
        {...STILL}
      />
      <Line
        dataKey="p95"
        stroke="var(--series-1)"
        strokeOpacity={0.8}
        strokeWidth={1}
        strokeDasharray="3 2"
        dot={false}
        activeDot={false}
        {...STILL}
      />
      <Line
        dataKey="p50"
        stroke="var(--series-1)"
        strokeWidth={1.9}
        dot={lone('p50', points)}
        activeDot={{ r: 3, strokeWidth: 0 }}
        {...STILL}
      />
    </TimeChart>
  )
}

interface DotPlace {
  readonly cx?: number
  readonly cy?: number
  readonly index?: number
}

/** A value between two gaps has no line to be part of: it is a dot. */
function lone(of: 'p50' | 'p99' | 'band', points: readonly ValuePoint[]) {
  return ({ cx, cy, index = 0 }: DotPlace) => {
    const alone = points[index - 1]?.p50 == null && points[index + 1]?.p50 == null && points[index]?.p50 != null
    if (!alone || of === 'band' || cx === undefined || cy === undefined) return <g key={index} />
    return <circle key={index} cx={cx} cy={cy} r={of === 'p50' ? 2 : 1.5} fill="var(--series-1)" />
  }
}
