import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { BoardSummary } from '../../src-main/domain/board'
import type { MissionCard as Card } from '../../src-main/domain/mission-card'
import { InlineError } from '../parts/inline-error'
import css from './column.module.css'
import { ColumnHead } from './column-head'
import { emptyWords, ROW_HEIGHTS } from './column-words'
import { dropOnColumn } from './drag-column'
import { MissionCard } from './mission-card'
import { type Lift, shownAt, shownCount } from './spot'
import type { Active } from './use-active'
import { useColumnCards } from './use-column-cards'

/** What the keyboard and the drag controller need to know of a column that is on screen. */
export interface ColumnHandle {
  readonly scroll: HTMLElement
  readonly rowHeight: number
  /** The stored order, without the card on its way. */
  readonly cardAt: (index: number) => Card | undefined
}

export interface LiftedCard extends Lift {
  readonly card: Card
  readonly grabbed: boolean
}

export interface ColumnProps {
  state: BoardSummary['columns'][number]
  filter: string
  /** The active place when it is in this column. */
  active: Active | null
  /** Raised each time the active card is to be scrolled to and focused. */
  focusRequest: number
  selected: ReadonlySet<string>
  /** The card on its way, when it leaves or enters this column. */
  lifted: LiftedCard | null
  ringed: string | null
  register: (column: BoardSummary['columns'][number]['column'], handle: ColumnHandle | null) => void
}

function usePinned(index: number | null) {
  return useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range)
      if (index === null || index < 0 || index >= range.count || shown.includes(index)) return shown
      return index < (shown[0] ?? 0) ? [index, ...shown] : [...shown, index]
    },
    [index],
  )
}

export const Column = memo(function Column(props: ColumnProps) {
  const { state, filter, active, focusRequest, selected, lifted, ringed, register } = props
  const { column } = state
  const rowHeight = ROW_HEIGHTS[column]
  const section = useRef<HTMLElement>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const line = useRef<HTMLDivElement>(null)
  const served = useRef(0)
  const count = shownCount(column, state.count, lifted)
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 5,
    rangeExtractor: usePinned(active?.index ?? null),
  })
  const items = rows.getVirtualItems()
  const stored = items.map((item) => shownAt(column, item.index, lifted))
  const { cardAt, error } = useColumnCards(
    { filter, column },
    stored.filter((at) => at !== 'lifted'),
  )

  useLayoutEffect(() => {
    if (scroll.current) register(column, { scroll: scroll.current, rowHeight, cardAt })
  })
  useEffect(() => () => register(column, null), [register, column])

  const countNow = useRef(count)
  countNow.current = count
  useEffect(() => {
    if (!section.current || !scroll.current || !line.current) return
    const elements = { section: section.current, scroll: scroll.current, line: line.current }
    return dropOnColumn(elements, column, rowHeight, () => countNow.current)
  }, [column, rowHeight])

  // Focus follows the model: first the row is scrolled into the virtual window, then its card takes the focus.
  const activeIndex = active?.index ?? -1
  useLayoutEffect(() => {
    if (focusRequest > served.current && activeIndex >= 0) rows.scrollToIndex(activeIndex, { align: 'auto' })
  }, [focusRequest, activeIndex, rows])
  useLayoutEffect(() => {
    if (focusRequest <= served.current || activeIndex < 0) return
    const card = scroll.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"] [data-card]`)
    if (!card) return
    card.focus({ preventScroll: true })
    section.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    served.current = focusRequest
  })

  const seen = new Set<string>()
  return (
    <section
      ref={section}
      className={css.column}
      data-column={column}
      data-warm={state.total > 0}
      aria-label={`${column}, ${count} missions`}
    >
      <ColumnHead state={state} count={count} />
      <div className={css.scroll} ref={scroll} data-scroll={column}>
        {error && <InlineError error={error} />}
        {count === 0 && <p className={css.empty}>{emptyWords(column, state.total)}</p>}
        {/* biome-ignore lint/a11y/noRedundantRoles: a list without markers loses its role in some screen readers */}
        <ol role="list" className={css.list} style={{ height: rows.getTotalSize() }}>
          {items.map((item, position) => {
            const at = stored[position]
            const card = at === 'lifted' ? lifted?.card : at === undefined ? undefined : cardAt(at)
            // Pages are fetched one by one, so for a moment the same card can stand in two of them.
            const key = card && !seen.has(card.id) ? card.id : `row ${item.index}`
            seen.add(key)
            const isActive =
              active !== null && (active.id === null ? item.index === active.index : card?.id === active.id)
            return (
              <li
                key={key}
                className={css.row}
                data-index={item.index}
                aria-setsize={count}
                aria-posinset={item.index + 1}
                style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
              >
                {card ? (
                  <MissionCard
                    card={card}
                    inTabOrder={isActive}
                    selected={selected.has(card.id)}
                    grabbed={at === 'lifted' && (lifted?.grabbed ?? false)}
                    ringed={card.id === ringed}
                  />
                ) : (
                  <div className={css.placeholder} />
                )}
              </li>
            )
          })}
        </ol>
        <div ref={line} className={css.line} hidden />
      </div>
    </section>
  )
})
