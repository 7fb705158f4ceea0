import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { TelemetryState } from '../../src-main/domain/telemetry/telemetry'
import { bridgeQuery } from '../bridge/bridge'
import { perBucket } from '../charts/chart-time'
import { EmptyChart } from '../charts/empty-chart'
import { HATCH } from '../charts/hatch'
import { Panel } from '../charts/panel'
import { formatCount, formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Select } from '../parts/select'
import { type CountGroup, groupsOf } from './count-points'
import { narrowed } from './evidence'
import { countTable, StackedCounts, type StackLook } from './stacked-counts'
import { useTelemetryScope } from './telemetry-scope'

const BARS = 60
/** A start is no outcome. */
const NO_OUTCOME = ['started', 'start', 'running', 'pending', 'in_progress']
const LOOKS: Readonly<Record<string, StackLook>> = {
  succeeded: { color: 'var(--ok-mark)', kind: 'bar' },
  passed: { color: 'var(--ok-mark)', kind: 'bar' },
  ok: { color: 'var(--ok-mark)', kind: 'bar' },
  failed: { color: 'var(--sev-2)', kind: 'bar' },
  error: { color: 'var(--sev-2)', kind: 'bar' },
  fallback: { color: HATCH, kind: 'hatch' },
}
const REST: readonly StackLook[] = [
  { color: 'var(--series-quiet)', kind: 'bar' },
  { color: 'var(--part-1)', kind: 'bar' },
  { color: 'var(--series-4)', kind: 'bar' },
]
const ORDER = ['succeeded', 'passed', 'ok', 'others', 'failed', 'error', 'fallback']

/** How patterns ended, of all of them or of one. */
export function OutcomePanel({ patterns }: { patterns: TelemetryState['patterns'] }) {
  const { range, filter, openEvents } = useTelemetryScope()
  const [pattern, setPattern] = useState('')
  const narrow = narrowed(filter, { kinds: ['pattern'], ...(pattern !== '' && { patterns: [pattern] }) })
  const { data, error, isPending, refetch } = useQuery({
    ...bridgeQuery('telemetry.counts', { range, filter: narrow, buckets: BARS, by: 'status' }),
    placeholderData: keepPreviousData,
  })
  const groups = useMemo(() => outcomesOf(data ? groupsOf(data, 5) : []), [data])
  const options = [
    { value: '', label: 'All patterns' },
    ...patterns.slice(0, 12).map(({ name }) => ({ value: name, label: visibleText(name) })),
  ]
  const filterOf = (group: CountGroup | null) => ({
    kinds: narrow.kinds,
    patterns: narrow.patterns,
    ...(group && { statuses: [...group.names] }),
  })
  return (
    <Panel
      title="Outcomes"
      subtitle={data ? `events, ${perBucket(data.bucket)}` : ''}
      summary={summaryOf(groups)}
      width={7}
      loading={isPending}
      error={error}
      onRetry={() => void refetch()}
      legend={groups.map(({ name }) => name)}
      {...(patterns.length > 1 && {
        controls: <Select label="Pattern" value={pattern} options={options} onChange={setPattern} />,
      })}
      {...(data &&
        groups.length === 0 && {
          empty: (
            <EmptyChart title="No pattern ended in this range">Pattern events come from telemetry/events.</EmptyChart>
          ),
        })}
      {...(data && {
        table: () =>
          countTable(data, groups, (from) => openEvents('Outcomes', filterOf(null), { from, to: from + data.bucket })),
      })}
    >
      {data && <StackedCounts title="Outcomes" data={data} groups={groups} look={lookOf} filterOf={filterOf} />}
    </Panel>
  )
}

function outcomesOf(groups: readonly CountGroup[]): CountGroup[] {
  const place = ({ name }: CountGroup) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.indexOf('others'))
  return groups.filter(({ name }) => !NO_OUTCOME.includes(name)).toSorted((a, b) => place(a) - place(b))
}

function lookOf({ name }: CountGroup, at: number): StackLook {
  return LOOKS[name] ?? REST[at % REST.length] ?? { color: 'var(--series-quiet)', kind: 'bar' }
}

function summaryOf(groups: readonly CountGroup[]): string {
  if (groups.length === 0) return 'No outcomes in this range.'
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  const parts = groups.map(({ name, total: count }) => `${formatCount(count)} ${name}`)
  return `${formatCounted(total, 'outcome')}: ${parts.join(', ')}.`
}
