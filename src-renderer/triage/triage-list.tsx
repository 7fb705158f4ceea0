import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { TriageRow as Row } from '../../src-main/domain/attention'
import css from './triage-list.module.css'
import { TriageRow } from './triage-row'
import { movedIndex } from './triage-selection'

const ROW = 64
const NEAR_END = 30

interface TriageListProps {
  rows: readonly Row[]
  index: number
  label: string
  onChoose: (index: number) => void
  onOpen: () => void
  onSnooze: () => void
  /** Called when the end comes into reach. */
  onMore: () => void
}

const LIST = '[data-triage-list]'

/** Brings the focus back to the queue after an act that took its own place away; answers where it went. */
export function focusTriageList(): HTMLElement | null {
  const list = document.querySelector<HTMLElement>(LIST)
  list?.focus({ preventScroll: true })
  return list
}

function optionId(index: number): string {
  return `case-${index}`
}

/** The queue as a list box: one tab stop, arrows or J and K choose, Enter opens; only what is seen is built. */
export function TriageList({ rows, index, label, onChoose, onOpen, onSnooze, onMore }: TriageListProps) {
  'use no memo'
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 8,
  })
  useLayoutEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  }, [index, virtual])
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - NEAR_END) onMore()
  }, [last, rows.length, onMore])
  useEffect(() => scroll.current?.focus({ preventScroll: true }), [])
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      return onOpen()
    }
    if (event.key === 'z') {
      event.preventDefault()
      return onSnooze()
    }
    const page = Math.floor((scroll.current?.clientHeight ?? ROW) / ROW)
    const next = movedIndex(event.key, index, rows.length, page)
    if (next === null) return
    event.preventDefault()
    onChoose(next)
  }
  return (
    <div
      ref={scroll}
      className={css.scroll}
      data-triage-list
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={index >= 0 ? optionId(index) : undefined}
      onKeyDown={keys}
    >
      <div className={css.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names its active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keys
            <div
              key={row.card.id}
              id={optionId(item.index)}
              role="option"
              aria-selected={item.index === index}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className={css.row}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => onChoose(item.index)}
              onDoubleClick={onOpen}
            >
              <TriageRow row={row} rank={item.index + 1} />
            </div>
          )
        })}
      </div>
    </div>
  )
}
