// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by hand cannot be those of a table element
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { TelemetryEvent } from '../../src-main/domain/telemetry/telemetry'
import { formatChartMoment } from '../charts/chart-time'
import { formatNumber, formatQuantity } from '../charts/quantity'
import { visibleText } from '../markdown/visible-text'
import css from './event-table.module.css'

const ROW = 28
const NEAR_END = 40
const HEADINGS = ['When', 'Mission', 'Pattern, stage', 'Status', 'Worker', 'Error', 'Latency', 'Tokens'] as const

interface EventTableProps {
  label: string
  events: readonly TelemetryEvent[]
  total: number
  chosen: number
  onChoose: (index: number) => void
  onMore: () => void
}

/** Events as a table of any length; arrows and J/K choose the row whose text stands beside it. */
export function EventTable({ label, events, total, chosen, onChoose, onMore }: EventTableProps) {
  'use no memo'
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= events.length - NEAR_END) onMore()
  }, [last, events.length, onMore])
  // Whoever opened the events goes on by keyboard.
  useEffect(() => scroll.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, chosen, events.length)
    if (next === null) return
    event.preventDefault()
    onChoose(next)
    virtual.scrollToIndex(next)
  }
  return (
    <div className={css.table} role="grid" aria-label={label} aria-rowcount={total + 1} aria-readonly>
      <div role="rowgroup">
        {/* biome-ignore lint/a11y/useFocusableInteractive: the rows below are reached through their group */}
        <div role="row" aria-rowindex={1} className={css.head}>
          {HEADINGS.map((heading) => (
            // biome-ignore lint/a11y/useFocusableInteractive: a heading is read, not acted on
            <span key={heading} role="columnheader">
              {heading}
            </span>
          ))}
        </div>
      </div>
      <div
        ref={scroll}
        className={css.scroll}
        role="rowgroup"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows choose the row
        tabIndex={0}
        aria-label="Events"
        onKeyDown={onKeyDown}
      >
        <div className={css.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const event = events[index]
            if (event === undefined) return null
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the group
              // biome-ignore lint/a11y/useFocusableInteractive: the group has the focus
              <div
                key={event.id}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === chosen}
                className={css.row}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => onChoose(index)}
              >
                <Cells event={event} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function Cells({ event }: { event: TelemetryEvent }) {
  const { at, mission, pattern, stage, status, worker, errorCode, latencyMs, tokens, fallback } = event
  const cells = [
    at === null ? 'unknown' : formatChartMoment(at).replace(' UTC', ''),
    mission,
    [pattern, stage].filter(Boolean).join(', ') || event.kind,
    fallback ? 'fallback' : status,
    worker,
    errorCode,
    latencyMs === null ? null : formatQuantity(latencyMs, 'ms'),
    tokens === null ? null : formatNumber(tokens),
  ]
  return HEADINGS.map((heading, place) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the group has the focus
    <span key={heading} role="gridcell" className={css.cell} data-column={place}>
      {visibleText(cells[place] ?? '')}
    </span>
  ))
}

function placeAfter(key: string, chosen: number, count: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    j: 1,
    ArrowUp: -1,
    k: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -count,
    End: count,
  }
  const move = moves[key]
  return move === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, chosen + move))
}
