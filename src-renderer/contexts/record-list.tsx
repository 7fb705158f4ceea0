import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { Memory } from '../../src-main/domain/record'
import { visibleText } from '../markdown/visible-text'
import { Age } from '../parts/age'
import { Tag } from '../parts/tag'
import { movedIndex } from '../triage/triage-selection'
import css from './record-list.module.css'

const ROW = 58
const NEAR_END = 30

interface RecordListProps {
  records: readonly Memory[]
  total: number
  index: number
  label: string
  onChoose: (index: number) => void
  onMore: () => void
}

/** What stands out of the ordinary about a record. */
function marks({ status, category, sprintId }: Memory): readonly string[] {
  return [status === 'active' || status === 'pending' ? null : status, category, sprintId].filter(
    (mark) => mark !== null,
  )
}

function Row({ record }: { record: Memory }) {
  return (
    <>
      <span className={css.text}>{visibleText(record.text.replace(/\s+/g, ' '))}</span>
      <span className={css.end}>
        <span className={css.age}>
          <Age since={record.at} />
        </span>
        <span className={css.marks}>
          {record.missionId !== null && <span className={css.mission}>{visibleText(record.missionId)}</span>}
          {marks(record).map((mark) => (
            <Tag key={mark}>{visibleText(mark)}</Tag>
          ))}
        </span>
      </span>
    </>
  )
}

/** Records as a list box: one tab stop, arrows or J and K choose; only what is seen is built. */
export function RecordList({ records, total, index, label, onChoose, onMore }: RecordListProps) {
  'use no memo'
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 8,
  })
  useLayoutEffect(() => virtual.scrollToIndex(index, { align: 'auto' }), [index, virtual])
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= records.length - NEAR_END) onMore()
  }, [last, records.length, onMore])
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.floor((scroll.current?.clientHeight ?? ROW) / ROW)
    const next = movedIndex(event.key, index, records.length, page)
    if (next === null) return
    event.preventDefault()
    onChoose(next)
  }
  return (
    <div
      ref={scroll}
      className={css.scroll}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={`record-${index}`}
      onKeyDown={keys}
    >
      <div className={css.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const record = records[item.index]
          if (record === undefined) return null
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names its active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keys
            <div
              key={item.index}
              id={`record-${item.index}`}
              role="option"
              aria-selected={item.index === index}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              className={css.row}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => onChoose(item.index)}
            >
              <Row record={record} />
            </div>
          )
        })}
      </div>
    </div>
  )
}
