import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Bar } from 'recharts'
import type { HealthStrip } from '../../src-main/domain/telemetry/telemetry'
import { bridgeQuery } from '../bridge/bridge'
import { type ChartPoint, type ChartSeries, markClass } from '../charts/chart-series'
import type { ChartTable } from '../charts/chart-table'
import { bucketWords } from '../charts/chart-time'
import { EmptyChart } from '../charts/empty-chart'
import { HEALTH_COLORS, HealthBar, type HealthMark } from '../charts/health-bar'
import { Panel } from '../charts/panel'
import { TimeChart } from '../charts/time-chart'
import { formatCounted } from '../format'
import { NO_FILTER } from './evidence'
import { useTelemetryScope } from './telemetry-scope'

const BARS = 130
const WORDS: Readonly<Record<HealthMark, string>> = {
  healthy: 'Healthy',
  slow: 'Slow',
  failed: 'Failed',
  missing: 'No check',
}

interface HealthPoint extends ChartPoint {
  readonly state: HealthMark
  readonly ok: number
  readonly failed: number
}

/** The database's health over the whole width: failures stand full, healthy ones low, missing checks are stubs. */
export function HealthPanel() {
  const { range } = useTelemetryScope()
  const { data, error, isPending, refetch } = useQuery({
    ...bridgeQuery('telemetry.health', { range, buckets: BARS }),
    placeholderData: keepPreviousData,
  })
  const points = useMemo(() => (data ? pointsOf(data) : []), [data])
  const checks = points.reduce((sum, { ok, failed }) => sum + ok + failed, 0)
  return (
    <Panel
      title="Database health"
      subtitle={data ? `checks, ${bucketWords(data.bucket)}` : ''}
      summary={summaryOf(points)}
      width={12}
      height={52}
      loading={isPending}
      error={error}
      onRetry={() => void refetch()}
      {...(data &&
        checks === 0 && {
          empty: (
            <EmptyChart title="No health check in this range">
              The runtime logs one to telemetry/events/database-health.jsonl whenever it opens the store.
            </EmptyChart>
          ),
        })}
      {...(data && { table: () => tableOf(points) })}
    >
      {data && <HealthChart data={data} points={points} />}
    </Panel>
  )
}

function HealthChart({ data, points }: { data: HealthStrip; points: readonly HealthPoint[] }) {
  const { zoom, open } = useTelemetryScope()
  const events = (title: string, statuses: readonly string[], range = data.range) =>
    open({ kind: 'events', title, range, filter: { ...NO_FILTER, kinds: ['health'], statuses: [...statuses] } })
  const says: ChartSeries<HealthPoint>['says'] = ({ state, ok, failed }) =>
    state === 'missing' ? 'no data' : `${WORDS[state]}: ${ok} of ${ok + failed}`
  const series: readonly ChartSeries<HealthPoint>[] = [
    {
      id: 'healthy',
      name: 'Healthy',
      kind: 'dot',
      color: HEALTH_COLORS.healthy,
      says,
      onOpen: () => events('Healthy checks', ['ok']),
    },
    {
      id: 'failed',
      name: 'Failed',
      kind: 'diamond',
      color: HEALTH_COLORS.failed,
      onOpen: () => events('Failed health checks', ['error']),
    },
    { id: 'missing', name: 'No check', kind: 'gap', color: HEALTH_COLORS.missing },
  ]
  return (
    <TimeChart
      title="Database health"
      points={points}
      range={data.range}
      bucket={data.bucket}
      max={1}
      unit={null}
      series={series}
      bare
      onZoom={zoom}
      onBucket={({ from }) => events('Health checks', [], { from, to: from + data.bucket })}
    >
      <Bar
        dataKey={() => 1}
        className={markClass('bucket')}
        isAnimationActive={false}
        shape={<HealthBar buckets={points.length} />}
      />
    </TimeChart>
  )
}

/** Before the first and after the last check nothing is missing. */
function pointsOf({ range, bucket, state, ok, failed }: HealthStrip): HealthPoint[] {
  return state.map((mark, at) => ({
    from: range.from + at * bucket,
    at: range.from + (at + 0.5) * bucket,
    state: mark,
    ok: ok[at] ?? 0,
    failed: failed[at] ?? 0,
  }))
}

function summaryOf(points: readonly HealthPoint[]): string {
  const count = (state: HealthMark) => points.filter((point) => point.state === state).length
  return `${formatCounted(points.length, 'bucket')}: ${count('healthy')} healthy, ${count('failed')} with a failed check, ${count('missing')} without any.`
}

function tableOf(points: readonly HealthPoint[]): ChartTable {
  return {
    columns: [
      { name: 'From, UTC', kind: 'time' },
      { name: 'State', kind: 'text' },
      { name: 'Healthy checks', kind: 'number' },
      { name: 'Failed checks', kind: 'number' },
    ],
    rows: points.map(({ from, state, ok, failed }) => [from, WORDS[state], ok, failed]),
  }
}
