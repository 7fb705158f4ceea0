import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { bridgeQuery } from '../bridge/bridge'
import { perBucket } from '../charts/chart-time'
import { EmptyChart } from '../charts/empty-chart'
import { HATCH } from '../charts/hatch'
import { Panel } from '../charts/panel'
import { formatCounted } from '../format'
import { Segments } from '../parts/segments'
import { type CountGroup, groupsOf } from './count-points'
import { countTable, StackedCounts, type StackLook } from './stacked-counts'
import { useTelemetryScope } from './telemetry-scope'

const BARS = 60
const BY = [
  { value: 'tier', label: 'Tier' },
  { value: 'cause', label: 'Cause' },
] as const
/** From automatic, which nobody must act on, to what gave the pattern up. */
const TIERS: readonly StackLook[] = [
  { color: 'var(--series-quiet)', kind: 'bar' },
  { color: 'var(--sev-1)', kind: 'bar' },
  { color: HATCH, kind: 'hatch' },
  { color: 'var(--part-2)', kind: 'bar' },
]
const CAUSES: readonly StackLook[] = [1, 2, 3, 4].map((series) => ({ color: `var(--series-${series})`, kind: 'bar' }))
const FALLBACKS = { statuses: ['fallback'] }

/** How often patterns gave up, by tier or by cause. */
export function FallbackPanel() {
  const { range, filter, openEvents } = useTelemetryScope()
  const [by, setBy] = useState<'tier' | 'cause'>('tier')
  const { data, error, isPending, refetch } = useQuery({
    ...bridgeQuery('telemetry.counts', { range, filter, buckets: BARS, by }),
    placeholderData: keepPreviousData,
  })
  const groups = useMemo(() => {
    const found = data ? groupsOf(data, 4) : []
    return by === 'tier' ? found.toSorted((a, b) => a.name.localeCompare(b.name)) : found
  }, [data, by])
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  const look = (group: CountGroup, at: number) => (by === 'tier' ? tierLook(group.name, at) : causeLook(at))
  return (
    <Panel
      title="Fallbacks"
      subtitle={data ? perBucket(data.bucket) : ''}
      summary={`${formatCounted(total, 'fallback')} in this range.`}
      width={5}
      loading={isPending}
      error={error}
      onRetry={() => void refetch()}
      legend={groups.map(({ name }) => name)}
      controls={<Segments label="Split fallbacks by" value={by} options={BY} onChange={setBy} />}
      {...(data &&
        total === 0 && {
          empty: (
            <EmptyChart title="No fallbacks in this range">
              An event with the status fallback, or with fallbackTriggered, would stand here.
            </EmptyChart>
          ),
        })}
      {...(data && {
        table: () =>
          countTable(data, groups, (from) => openEvents('Fallbacks', FALLBACKS, { from, to: from + data.bucket })),
      })}
    >
      {data && <StackedCounts title="Fallbacks" data={data} groups={groups} look={look} filterOf={() => FALLBACKS} />}
    </Panel>
  )
}

function tierLook(name: string, at: number): StackLook {
  const tier = Number(/\d+/.exec(name)?.[0] ?? Number.NaN)
  return TIERS[tier - 1] ?? TIERS[3] ?? causeLook(at)
}

function causeLook(at: number): StackLook {
  return CAUSES[at % CAUSES.length] ?? { color: 'var(--series-4)', kind: 'bar' }
}
