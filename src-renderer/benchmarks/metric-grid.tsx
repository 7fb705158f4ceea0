import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { MetricOverview } from '../../src-main/domain/benchmarks/benchmark-overview'
import { movedInGrid } from './grid-keys'
import { MetricCard } from './metric-card'
import css from './metric-grid.module.css'
import { commonRange } from './metric-scale'

const ROW = 196
const NARROWEST = 316
const GRID = '[data-metric-grid]'

interface MetricGridProps {
  metrics: readonly MetricOverview[]
  index: number
  onChoose: (index: number) => void
  onOpen: (index: number) => void
}

/** Brings the focus back to the metrics after what had it is gone. */
export function focusMetrics(): void {
  document.querySelector<HTMLElement>(GRID)?.focus({ preventScroll: true })
}

function optionId(index: number): string {
  return `metric-${index}`
}

/** The metrics as a list box of small charts on one time axis; only those in view are drawn. */
export function MetricGrid({ metrics, index, onChoose, onOpen }: MetricGridProps) {
  'use no memo'
  const scroll = useRef<HTMLDivElement>(null)
  const columns = useColumns(scroll)
  const range = useMemo(() => commonRange(metrics), [metrics])
  const virtual = useVirtualizer({
    count: Math.ceil(metrics.length / columns),
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 1,
    paddingStart: 8,
    paddingEnd: 16,
  })
  useLayoutEffect(() => {
    if (index >= 0) virtual.scrollToIndex(Math.floor(index / columns), { align: 'auto' })
  }, [index, columns, virtual])
  useEffect(() => scroll.current?.focus({ preventScroll: true }), [])
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'Enter' && index >= 0) {
      event.preventDefault()
      return onOpen(index)
    }
    const next = movedInGrid(event.key, index, metrics.length, columns)
    if (next === null) return
    event.preventDefault()
    onChoose(next)
  }
  return (
    <div
      ref={scroll}
      className={css.scroll}
      data-metric-grid
      role="listbox"
      aria-label="Metrics, those that need a word first"
      tabIndex={0}
      aria-activedescendant={index >= 0 ? optionId(index) : undefined}
      onKeyDown={keys}
    >
      <div className={css.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((row) => (
          <div
            key={row.index}
            role="presentation"
            className={css.row}
            style={{
              transform: `translateY(${row.start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {metrics.slice(row.index * columns, (row.index + 1) * columns).map((metric, column) => {
              const at = row.index * columns + column
              return (
                // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names its active option
                // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keys
                <div
                  key={metric.metric}
                  id={optionId(at)}
                  role="option"
                  aria-selected={at === index}
                  aria-setsize={metrics.length}
                  aria-posinset={at + 1}
                  data-metric={metric.metric}
                  className={css.card}
                  onClick={() => onOpen(at)}
                >
                  <MetricCard metric={metric} range={range} />
                </div>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}

/** How many cards stand side by side. */
function useColumns(scroll: { readonly current: HTMLElement | null }): number {
  const [columns, setColumns] = useState(1)
  useLayoutEffect(() => {
    const element = scroll.current
    if (element === null) return
    const adapt = () => setColumns(Math.max(1, Math.floor((element.clientWidth - 24) / NARROWEST)))
    adapt()
    const observer = new ResizeObserver(adapt)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroll])
  return columns
}
