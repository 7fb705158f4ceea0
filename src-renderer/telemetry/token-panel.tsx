import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Bar } from 'recharts'
import type { FieldSeries } from '../../src-main/domain/telemetry/telemetry'
import { bridgeQuery } from '../bridge/bridge'
import { BucketBar } from '../charts/bucket-bar'
import { type ChartSeries, markClass } from '../charts/chart-series'
import { perBucket } from '../charts/chart-time'
import { EmptyChart } from '../charts/empty-chart'
import { Panel } from '../charts/panel'
import { formatQuantity } from '../charts/quantity'
import { TimeChart } from '../charts/time-chart'
import { formatCounted } from '../format'
import { useTelemetryScope } from './telemetry-scope'
import { largest, saidValue, type ValuePoint, valuePoints } from './value-points'

export const TOKENS = 'tokensUsed'
const BARS = 60

/** Tokens used over time. */
export function TokenPanel() {
  const { range, filter, openEvents } = useTelemetryScope()
  const { data, error, isPending, refetch } = useQuery({
    ...bridgeQuery('telemetry.field', { range, filter, buckets: BARS, field: TOKENS, by: null }),
    placeholderData: keepPreviousData,
  })
  const points = useMemo(() => (data ? valuePoints(data) : []), [data])
  const sum = data?.series[0]?.whole.sum
  return (
    <Panel
      title="Tokens"
      subtitle={data ? perBucket(data.bucket) : ''}
      summary={sum === undefined ? 'No tokens in this range.' : `${formatQuantity(sum, 'tokens')} in this range.`}
      width={7}
      loading={isPending}
      error={error}
      onRetry={() => void refetch()}
      legend={['Tokens']}
      {...(data &&
        sum === undefined && {
          empty: <EmptyChart title="No tokens in this range">Pattern events say them as tokensUsed.</EmptyChart>,
        })}
      {...(data && {
        table: () => ({
          columns: [
            { name: 'From, UTC', kind: 'time' },
            { name: 'Tokens', kind: 'number', says: (value) => formatQuantity(value, null) },
            { name: 'Events with tokens', kind: 'number' },
          ],
          rows: points.map(({ from, sum: used, count }) => [from, used, count]),
          onRow: (row) => {
            const from = points[row]?.from ?? range.from
            openEvents('Tokens', {}, { from, to: from + data.bucket })
          },
        }),
      })}
    >
      {data && <TokenChart data={data} points={points} />}
    </Panel>
  )
}

function TokenChart({ data, points }: { data: FieldSeries; points: readonly ValuePoint[] }) {
  const { zoom, openEvents } = useTelemetryScope()
  const series: readonly ChartSeries<ValuePoint>[] = [
    { id: 'tokens', name: 'Tokens', kind: 'bar', color: 'var(--part-2)', says: ({ sum }) => saidValue(sum, null) },
  ]
  return (
    <TimeChart
      title="Tokens"
      points={points}
      range={data.range}
      bucket={data.bucket}
      max={largest(points, 'sum')}
      unit={null}
      series={series}
      note={({ count }) => formatCounted(count, 'event')}
      onZoom={zoom}
      onBucket={({ from }) => openEvents('Tokens', {}, { from, to: from + data.bucket })}
    >
      <Bar
        dataKey="sum"
        className={markClass('tokens')}
        isAnimationActive={false}
        shape={<BucketBar fill="var(--part-2)" buckets={points.length} top />}
      />
    </TimeChart>
  )
}
