import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TelemetryTotals } from '../../src-main/domain/telemetry/telemetry'
import { bridgeQuery } from '../bridge/bridge'
import { EmptyChart } from '../charts/empty-chart'
import { Panel } from '../charts/panel'
import { formatNumber } from '../charts/quantity'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Segments } from '../parts/segments'
import css from './ranking.module.css'
import { useTelemetryScope } from './telemetry-scope'
import { ValueBar } from './value-bar'

const MOST = 50
const BY = [
  { value: 'mission', label: 'Mission' },
  { value: 'agent', label: 'Agent' },
] as const

/** Who used most tokens. Agents are no part of the filter, so only missions open their events. */
export function TokenRanking() {
  const { range, filter, openEvents } = useTelemetryScope()
  const [by, setBy] = useState<'mission' | 'agent'>('mission')
  const { data, error, isPending, refetch } = useQuery({
    ...bridgeQuery('telemetry.totals', { range, filter, by, limit: MOST, order: 'tokens' }),
    placeholderData: keepPreviousData,
  })
  const rows = (data?.rows ?? []).filter(({ tokens }) => tokens !== null && tokens > 0)
  const most = rows[0]?.tokens ?? 1
  const open = (name: string) => openEvents(`Events of ${visibleText(name)}`, { missions: [name] })
  return (
    <Panel
      title="Tokens by"
      subtitle=""
      summary={rows[0] ? `${visibleText(rows[0].name)} used most: ${formatNumber(most)} tokens.` : 'No tokens.'}
      width={5}
      loading={isPending}
      error={error}
      onRetry={() => void refetch()}
      controls={<Segments label="Tokens by" value={by} options={BY} onChange={setBy} />}
      {...(data &&
        rows.length === 0 && {
          empty: (
            <EmptyChart title={`No ${by} used tokens in this range`}>
              {by === 'agent'
                ? 'Events with an agent and tokensUsed would stand here.'
                : 'Pattern events say them as tokensUsed.'}
            </EmptyChart>
          ),
        })}
      table={() => ({
        columns: [
          { name: by === 'mission' ? 'Mission' : 'Agent', kind: 'text' },
          { name: 'Tokens', kind: 'number', says: formatCount },
          { name: 'Events', kind: 'number', says: formatCount },
        ],
        rows: rows.map(({ name, tokens, events }) => [name, tokens, events]),
        ...(by === 'mission' && { onRow: (row: number) => open(rows[row]?.name ?? '') }),
      })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={css.frame} tabIndex={0} aria-label={`Tokens by ${by}, scrolls`}>
        <RankingTable by={by} rows={rows} most={most} onOpen={by === 'mission' ? open : null} />
        {data && data.more > 0 && <p className={css.more}>{formatCount(data.more)} more used fewer.</p>}
      </section>
    </Panel>
  )
}

interface RankingTableProps {
  by: string
  rows: TelemetryTotals['rows']
  most: number
  onOpen: ((name: string) => void) | null
}

function RankingTable({ by, rows, most, onOpen }: RankingTableProps) {
  return (
    <table className={css.table} aria-label={`Tokens by ${by}`}>
      <thead>
        <tr>
          <th scope="col">{by === 'mission' ? 'Mission' : 'Agent'}</th>
          <th scope="col" className={css.end}>
            Tokens
          </th>
          <th scope="col">
            <span className="sr-only">Share of the largest</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, tokens }) => (
          <tr key={name}>
            <th scope="row" className={css.name}>
              {onOpen === null ? (
                visibleText(name)
              ) : (
                <button type="button" onClick={() => onOpen(name)} title={`Events of ${visibleText(name)}`}>
                  {visibleText(name)}
                </button>
              )}
            </th>
            <td className={css.figure}>{formatNumber(tokens ?? 0)}</td>
            <td className={css.bar}>
              <ValueBar share={(tokens ?? 0) / most} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
