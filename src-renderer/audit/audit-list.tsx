// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by hand cannot be those of a table element
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { AuditEntry } from '../../src-main/domain/audit'
import { formatStored } from '../format'
import { visibleText } from '../markdown/visible-text'
import { MissionLink } from '../mission/mission-link'
import css from './audit-list.module.css'
import { actionWords } from './audit-words'

const ROW = 34
const NEAR_END = 60
const MISSIONS_SHOWN = 3
const HEADINGS = ['When', 'Who', 'What', 'Missions', 'Detail'] as const

interface AuditListProps {
  entries: readonly AuditEntry[]
  total: number
  onMore: () => void
}

function Missions({ ids }: { ids: readonly string[] }) {
  return (
    <>
      {ids.slice(0, MISSIONS_SHOWN).map((id) => (
        <MissionLink key={id} id={id} className={css.mission}>
          {visibleText(id)}
        </MissionLink>
      ))}
      {ids.length > MISSIONS_SHOWN && <span className={css.more}>and {ids.length - MISSIONS_SHOWN} more</span>}
    </>
  )
}

/** The log as a table of any length: only the rows in view are built. */
export function AuditList({ entries, total, onMore }: AuditListProps) {
  'use no memo'
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= entries.length - NEAR_END) onMore()
  }, [last, entries.length, onMore])
  return (
    <div className={css.table} role="table" aria-label="Audit log" aria-rowcount={total + 1}>
      <div role="rowgroup">
        {/* biome-ignore lint/a11y/useFocusableInteractive: a heading is read, not acted on */}
        <div role="row" aria-rowindex={1} className={css.head}>
          {HEADINGS.map((heading) => (
            // biome-ignore lint/a11y/useFocusableInteractive: a heading is read, not acted on
            <span key={heading} role="columnheader">
              {heading}
            </span>
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div ref={scroll} className={css.scroll} role="rowgroup" aria-label="Entries" tabIndex={0}>
        <div className={css.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const entry = entries[index]
            if (entry === undefined) return null
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: rows are read; the links in them have the focus
              <div
                key={entry.id}
                role="row"
                aria-rowindex={index + 2}
                className={css.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span role="cell" className={css.when}>
                  {formatStored(entry.at)}
                </span>
                <span role="cell">{visibleText(entry.operator)}</span>
                <span role="cell" className={css.what} title={entry.action}>
                  {visibleText(actionWords(entry.action))}
                </span>
                <span role="cell" className={css.missions}>
                  <Missions ids={entry.missions} />
                </span>
                <span role="cell" className={`${css.detail} selectable`} title={visibleText(entry.detail ?? '')}>
                  {visibleText((entry.detail ?? '').replace(/\s+/g, ' '))}
                </span>
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
