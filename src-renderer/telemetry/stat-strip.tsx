import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { bridgeQuery } from '../bridge/bridge'
import { formatChartMoment } from '../charts/chart-time'
import { formatNumber, formatQuantity } from '../charts/quantity'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { LATENCY, POINTS } from './latency-panel'
import { precisionWords } from './precision-words'
import css from './stat-strip.module.css'
import { useTelemetryScope } from './telemetry-scope'
import { TOKENS } from './token-panel'

const HEALTH_BARS = 130
const BARS = 60

interface Stat {
  readonly name: string
  readonly value: string
  readonly detail: string
  readonly warm?: boolean
}

/** Five figures over the range, from the same answers as the panels below. */
export function StatStrip() {
  const { range, filter } = useTelemetryScope()
  const held = { placeholderData: keepPreviousData } as const
  const field = (name: string, buckets: number) =>
    bridgeQuery('telemetry.field', { range, filter, buckets, field: name, by: null })
  const latency = useQuery({ ...field(LATENCY, POINTS), ...held }).data
  const tokens = useQuery({ ...field(TOKENS, BARS), ...held }).data
  const health = useQuery({ ...bridgeQuery('telemetry.health', { range, buckets: HEALTH_BARS }), ...held }).data
  const tiers = useQuery({
    ...bridgeQuery('telemetry.counts', { range, filter, buckets: BARS, by: 'tier' }),
    ...held,
  }).data
  const whole = latency?.series[0]?.whole
  const used = tokens?.series[0]?.whole
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  const fallbacks = tiers?.series.reduce((sum, { count }) => sum + total(count), 0)
  const [ok, failed] = health ? [total(health.ok), total(health.failed)] : [0, 0]
  const stats: readonly Stat[] = [
    {
      name: 'Latency, p50',
      value: whole ? formatQuantity(whole.p50, 'ms') : '–',
      detail: whole && latency ? `${formatCounted(whole.count, 'event')}, ${precisionWords(latency.exact)}` : 'no data',
    },
    {
      name: 'Latency, p99',
      value: whole ? formatQuantity(whole.p99, 'ms') : '–',
      detail: whole ? `longest ${formatQuantity(whole.max, 'ms')}` : 'no data',
    },
    {
      name: 'Fallbacks',
      value: fallbacks === undefined ? '–' : formatNumber(fallbacks),
      detail: fallbacks
        ? (tiers?.series ?? []).map(({ name, count }) => `${name}: ${total(count)}`).join(', ')
        : 'none in this range',
      warm: Boolean(fallbacks),
    },
    {
      name: 'Tokens',
      value: used ? formatNumber(used.sum) : '–',
      detail: used ? `${formatNumber(used.sum / used.count)} an event` : 'no data',
    },
    {
      name: 'Database healthy',
      value: ok + failed === 0 ? '–' : `${formatNumber(Number(((100 * ok) / (ok + failed)).toFixed(1)))} %`,
      detail: healthDetail(failed, health?.lastError ?? null),
      warm: failed > 0,
    },
  ]
  return (
    <dl className={css.stats}>
      {stats.map((stat) => (
        <StatCell key={stat.name} {...stat} />
      ))}
    </dl>
  )
}

function StatCell({ name, value, detail, warm = false }: Stat): ReactNode {
  const [figure, ...unit] = value.split(' ')
  return (
    <div className={css.stat}>
      <dt>{name}</dt>
      <dd className={css.value}>
        {figure}
        {unit.length > 0 && <span className={css.unit}> {unit.join(' ')}</span>}
      </dd>
      <dd className={css.detail} data-warm={warm} title={detail}>
        {detail}
      </dd>
    </div>
  )
}

function healthDetail(failed: number, last: { readonly at: number | null; readonly message: string } | null): string {
  if (failed === 0 || last === null) return 'no failed check'
  const when = last.at === null ? '' : `, ${formatChartMoment(last.at)}`
  return `${formatCounted(failed, 'failed check')}; last ${visibleText(last.message)}${when}`
}
