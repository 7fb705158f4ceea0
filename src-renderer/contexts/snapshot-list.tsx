import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { ContextSnapshot } from '../../src-main/domain/context'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Age } from '../parts/age'
import { Kbd } from '../parts/kbd'
import { Tag } from '../parts/tag'
import { movedIndex } from '../triage/triage-selection'
import { formatKb } from './size-words'
import css from './snapshot-list.module.css'
import { sourceWords } from './snapshot-words'

const ROW = 46
const NEAR_END = 60

interface SnapshotListProps {
  snapshots: readonly ContextSnapshot[]
  total: number
  /** Why older ones are missing. */
  fault: string | null
  chosen: number
  /** The one that others are compared with. */
  base: number | null
  onChoose: (id: number) => void
  onPin: (id: number) => void
  onMore: () => void
}

function Row({ snapshot, pinned }: { snapshot: ContextSnapshot; pinned: boolean }) {
  return (
    <>
      <span className={css.words}>
        <span className={css.source}>{visibleText(sourceWords(snapshot))}</span>
        {pinned && <Tag>base</Tag>}
        {snapshot.pruned && <Tag>pruned</Tag>}
      </span>
      <span className={css.when}>
        <Age since={snapshot.at} />
      </span>
      <span className={css.id}>{snapshot.id}</span>
      <span className={css.size}>{snapshot.pruned ? 'only its hash is left' : formatKb(snapshot.storedKb)}</span>
    </>
  )
}

/** Every snapshot, newest first: one tab stop, arrows choose, C pins one to compare others with. */
export function SnapshotList(props: SnapshotListProps) {
  'use no memo'
  const { snapshots, total, fault, chosen, base, onChoose, onPin, onMore } = props
  const scroll = useRef<HTMLDivElement>(null)
  const index = snapshots.findIndex(({ id }) => id === chosen)
  const virtual = useVirtualizer({
    count: snapshots.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 10,
  })
  useLayoutEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  }, [index, virtual])
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= snapshots.length - NEAR_END) onMore()
  }, [last, snapshots.length, onMore])
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'c') {
      event.preventDefault()
      return onPin(chosen)
    }
    const page = Math.floor((scroll.current?.clientHeight ?? ROW) / ROW)
    const next = movedIndex(event.key, index, snapshots.length, page)
    const id = next === null ? undefined : snapshots[next]?.id
    if (id === undefined) return
    event.preventDefault()
    onChoose(id)
  }
  return (
    <div className={css.side}>
      <p className={css.head}>
        <span>
          {snapshots.length < total
            ? `${formatCount(snapshots.length)} of ${formatCount(total)}`
            : `${formatCount(total)} in all`}
        </span>
        <span>
          <Kbd>C</Kbd> pin to compare
        </span>
      </p>
      {fault !== null && <p className={css.fault}>{fault}</p>}
      <div
        ref={scroll}
        className={css.scroll}
        role="listbox"
        aria-label="Snapshots"
        data-snapshots
        tabIndex={0}
        aria-activedescendant={`snapshot-${chosen}`}
        onKeyDown={keys}
      >
        <div className={css.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const snapshot = snapshots[item.index]
            if (snapshot === undefined) return null
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names its active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keys
              <div
                key={snapshot.id}
                id={`snapshot-${snapshot.id}`}
                role="option"
                aria-selected={snapshot.id === chosen}
                aria-setsize={total}
                aria-posinset={item.index + 1}
                className={css.row}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => onChoose(snapshot.id)}
              >
                <Row snapshot={snapshot} pinned={snapshot.id === base} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
