import { useMemo } from 'react'
import { Bar } from 'recharts'
import type { CountSeries, TelemetryFilter } from '../../src-main/domain/telemetry/telemetry'
import { BucketBar } from '../charts/bucket-bar'
import { type ChartSeries, markClass } from '../charts/chart-series'
import type { ChartTable } from '../charts/chart-table'
import type { KeyKind } from '../charts/key'
import { formatNumber } from '../charts/quantity'
import { TimeChart } from '../charts/time-chart'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { type CountGroup, type CountPoint, countPoints, highest } from './count-points'
import { useTelemetryScope } from './telemetry-scope'

export interface StackLook {
  readonly color: string
  readonly kind: KeyKind
}

interface StackedCountsProps {
  title: string
  data: CountSeries
  groups: readonly CountGroup[]
  look: (group: CountGroup, at: number) => StackLook
  /** The filter that a group's events fit. */
  filterOf: (group: CountGroup | null) => Partial<TelemetryFilter>
}

/** Numbers of events per bucket, stacked: each part opens its events. */
export function StackedCounts({ title, data, groups, look, filterOf }: StackedCountsProps) {
  const { zoom, openEvents } = useTelemetryScope()
  const points = useMemo(() => countPoints(data, groups), [data, groups])
  const partOf = (point: { readonly from: number } | null) =>
    point === null ? data.range : { from: point.from, to: point.from + data.bucket }
  const series = groups.map((group, at): ChartSeries<CountPoint> => {
    const name = visibleText(group.name)
    return {
      id: `s${at}`,
      name,
      ...look(group, at),
      says: (point) => formatCount(point.counts[at] ?? 0),
      onOpen: (point) => openEvents(name, filterOf(group), partOf(point)),
    }
  })
  const last = groups.length - 1
  return (
    <TimeChart
      title={title}
      points={points}
      range={data.range}
      bucket={data.bucket}
      max={highest(points)}
      unit={null}
      counts
      series={series}
      onZoom={zoom}
      onBucket={(point) => openEvents(title, filterOf(null), partOf(point))}
    >
      {groups.map((group, at) => (
        <Bar
          key={group.name}
          className={markClass(`s${at}`)}
          dataKey={(point: CountPoint) => point.counts[at] ?? 0}
          stackId="counts"
          isAnimationActive={false}
          shape={<BucketBar fill={look(group, at).color} buckets={points.length} top={at === last} />}
        />
      ))}
    </TimeChart>
  )
}

/** The figures of a stack. */
export function countTable(
  data: CountSeries,
  groups: readonly CountGroup[],
  onRow: (from: number) => void,
): ChartTable {
  const points = countPoints(data, groups)
  return {
    columns: [
      { name: 'From, UTC', kind: 'time' },
      ...groups.map(({ name }) => ({ name: visibleText(name), kind: 'number' as const, says: formatNumber })),
    ],
    rows: points.map(({ from, counts }) => [from, ...counts]),
    onRow: (row) => onRow(points[row]?.from ?? data.range.from),
  }
}
