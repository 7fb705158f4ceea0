import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { bridgeQuery } from '../bridge/bridge'
import { perBucket } from '../charts/chart-time'
import { EmptyChart } from '../charts/empty-chart'
import { Panel } from '../charts/panel'
import { formatCounted } from '../format'
import { type CountGroup, groupsOf } from './count-points'
import { countTable, StackedCounts, type StackLook } from './stacked-counts'
import { useTelemetryScope } from './telemetry-scope'

const BARS = 60
const LOOKS: readonly StackLook[] = [1, 2, 3, 4].map((series) => ({ color: `var(--series-${series})`, kind: 'bar' }))

/** Events with an error code, by code. */
export function ErrorPanel() {
  const { range, filter, openEvents } = useTelemetryScope()
  const { data, error, isPending, refetch } = useQuery({
    ...bridgeQuery('telemetry.counts', { range, filter, buckets: BARS, by: 'error' }),
    placeholderData: keepPreviousData,
  })
  const groups = useMemo(() => (data ? groupsOf(data, 3) : []), [data])
  const every = data?.series.map(({ name }) => name).slice(0, 50) ?? []
  const filterOf = (group: CountGroup | null) => ({ errors: group === null ? every : group.names.slice(0, 50) })
  return (
    <Panel
      title="Errors"
      subtitle={data ? `by code, ${perBucket(data.bucket)}` : ''}
      summary={groups.map(({ name, total }) => `${name}: ${formatCounted(total, 'event')}`).join('; ') || 'No errors.'}
      width={7}
      loading={isPending}
      error={error}
      onRetry={() => void refetch()}
      legend={groups.map(({ name }) => name)}
      {...(data &&
        groups.length === 0 && {
          empty: <EmptyChart title="No errors in this range">Events with an errorCode would stand here.</EmptyChart>,
        })}
      {...(data && {
        table: () =>
          countTable(data, groups, (from) => openEvents('Errors', filterOf(null), { from, to: from + data.bucket })),
      })}
    >
      {data && <StackedCounts title="Errors" data={data} groups={groups} look={lookOf} filterOf={filterOf} />}
    </Panel>
  )
}

function lookOf(_group: CountGroup, at: number): StackLook {
  return LOOKS[at % LOOKS.length] ?? { color: 'var(--series-4)', kind: 'bar' }
}
