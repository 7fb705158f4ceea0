import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TelemetryTotals } from '../../src-main/domain/telemetry/telemetry'
import { bridgeQuery } from '../bridge/bridge'
import type { ChartTable } from '../charts/chart-table'
import { EmptyChart } from '../charts/empty-chart'
import { Panel } from '../charts/panel'
import { formatNumber, formatQuantity } from '../charts/quantity'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { precisionWords } from './precision-words'
import css from './ranking.module.css'
import { useTelemetryScope } from './telemetry-scope'
import { ValueBar } from './value-bar'

const MOST = 50
/** Workers that fail more often than this stand out. */
const FAILING = 0.1

type Row = TelemetryTotals['rows'][number]

/** The share of a worker's runs that failed or fell back; null of a worker that ended none. */
export function failedShare({
  succeeded,
  failed,
  fallbacks,
}: Pick<Row, 'succeeded' | 'failed' | 'fallbacks'>): number | null {
  const bad = failed + fallbacks
  return succeeded + bad === 0 ? null : bad / (succeeded + bad)
}

/** Workers beside each other, the one that fails most often first. */
export function WorkerPanel() {
  const { range, filter, openEvents } = useTelemetryScope()
  const { data, error, isPending, refetch } = useQuery({
    ...bridgeQuery('telemetry.totals', { range, filter, by: 'worker', limit: MOST }),
    placeholderData: keepPreviousData,
  })
  const rows = (data?.rows ?? []).toSorted((a, b) => (failedShare(b) ?? -1) - (failedShare(a) ?? -1))
  const worst = rows[0]
  const slowest = Math.max(1, ...rows.map(({ latency }) => latency?.p95 ?? 0))
  const open = (name: string) => openEvents(`Events of ${visibleText(name)}`, { workers: [name] })
  return (
    <Panel
      title="Workers"
      subtitle={data ? `most failures first, p95 ${precisionWords(data.exact)}` : ''}
      summary={
        worst
          ? `${visibleText(worst.name)} fails most often: ${shareWords(failedShare(worst))} of its runs failed or fell back.`
          : 'No workers.'
      }
      width={5}
      loading={isPending}
      error={error}
      onRetry={() => void refetch()}
      {...(data &&
        rows.length === 0 && {
          empty: <EmptyChart title="No worker in this range">Events with a workerId would stand here.</EmptyChart>,
        })}
      table={() => tableOf(rows, open)}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={css.frame} tabIndex={0} aria-label="Workers, scrolls">
        <table className={css.table} aria-label="Workers">
          <thead>
            <tr>
              <th scope="col">Worker</th>
              <th scope="col" className={css.end}>
                Events
              </th>
              <th scope="col" colSpan={2} title="Failed or fell back">
                Failed
              </th>
              <th scope="col" colSpan={2}>
                p95
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <WorkerRow key={row.name} row={row} slowest={slowest} onOpen={() => open(row.name)} />
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}

function WorkerRow({ row, slowest, onOpen }: { row: Row; slowest: number; onOpen: () => void }) {
  const share = failedShare(row)
  const failing = share !== null && share >= FAILING
  return (
    <tr>
      <th scope="row" className={css.name}>
        <button type="button" onClick={onOpen} title={`Events of ${visibleText(row.name)}`}>
          {visibleText(row.name)}
        </button>
      </th>
      <td className={css.end}>{formatCount(row.events)}</td>
      <td className={css.figure} data-warm={failing}>
        {shareWords(share)}
      </td>
      <td className={css.bar}>
        <ValueBar share={share ?? 0} tone={failing ? 'warm' : 'plain'} />
      </td>
      <td className={css.figure}>{row.latency ? formatQuantity(row.latency.p95, 'ms') : '–'}</td>
      <td className={css.bar}>
        <ValueBar share={(row.latency?.p95 ?? 0) / slowest} />
      </td>
    </tr>
  )
}

export function shareWords(share: number | null): string {
  if (share === null) return '–'
  return `${formatNumber(Number((share * 100).toFixed(share < 0.1 ? 1 : 0)))} %`
}

function tableOf(rows: readonly Row[], open: (name: string) => void): ChartTable {
  const count = (name: string) => ({ name, kind: 'number' as const, says: formatCount })
  const time = (name: string) => ({
    name,
    kind: 'number' as const,
    says: (value: number) => formatQuantity(value, 'ms'),
  })
  return {
    columns: [
      { name: 'Worker', kind: 'text' },
      count('Events'),
      count('Succeeded'),
      count('Failed'),
      count('Fallbacks'),
      time('p50'),
      time('p95'),
      time('Longest'),
    ],
    rows: rows.map(({ name, events, succeeded, failed, fallbacks, latency }) => [
      name,
      events,
      succeeded,
      failed,
      fallbacks,
      latency?.p50 ?? null,
      latency?.p95 ?? null,
      latency?.max ?? null,
    ]),
    onRow: (row) => open(rows[row]?.name ?? ''),
  }
}
