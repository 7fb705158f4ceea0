import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { bridgeQuery } from '../bridge/bridge'
import { bucketWords } from '../charts/chart-time'
import { EmptyChart } from '../charts/empty-chart'
import { Panel } from '../charts/panel'
import { PercentileChart } from './percentile-chart'
import { precisionWords } from './precision-words'
import { useTelemetryScope } from './telemetry-scope'
import { saidValue, valuePoints, valueTable } from './value-points'

/** The field that pattern events say their latency in. */
export const LATENCY = 'latencyMs'
/** Fewer buckets than the plot has room for: a percentile of two values says nothing. */
export const POINTS = 130

/** How long steps took: percentiles over time. */
export function LatencyPanel() {
  const { range, filter, openEvents } = useTelemetryScope()
  const { data, error, isPending, refetch } = useQuery({
    ...bridgeQuery('telemetry.field', { range, filter, buckets: POINTS, field: LATENCY, by: null }),
    placeholderData: keepPreviousData,
  })
  const points = useMemo(() => (data ? valuePoints(data) : []), [data])
  const whole = data?.series[0]?.whole
  const events = (from: number) =>
    openEvents('Latency', { kinds: ['pattern'] }, { from, to: from + (data?.bucket ?? 0) })
  return (
    <Panel
      title="Latency"
      subtitle={data ? `${bucketWords(data.bucket)}, ${precisionWords(data.exact)}` : ''}
      summary={
        whole
          ? `Median ${saidValue(whole.p50, 'ms')}, p95 ${saidValue(whole.p95, 'ms')}, p99 ${saidValue(whole.p99, 'ms')}, longest ${saidValue(whole.max, 'ms')}.`
          : 'No latencies in this range.'
      }
      width={7}
      loading={isPending}
      error={error}
      onRetry={() => void refetch()}
      legend={['p50', 'p10 to p90', 'p95', 'p99']}
      {...(data &&
        !whole && {
          empty: <EmptyChart title="No latencies in this range">Pattern events say them as latencyMs.</EmptyChart>,
        })}
      {...(data && { table: () => valueTable(points, data.unit, events) })}
    >
      {data && <PercentileChart title="Latency" data={data} points={points} filter={{ kinds: ['pattern'] }} />}
    </Panel>
  )
}
