import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useLayoutEffect, useRef } from 'react'
import type { BoardSummary } from '../../src-main/domain/board'
import type { MissionCard as Card } from '../../src-main/domain/mission-card'
import { InlineError } from '../parts/inline-error'
import css from './column.module.css'
import { ColumnHead } from './column-head'
import { ColumnRow } from './column-row'
import { emptyWords, ROW_HEIGHTS } from './column-words'
import { dropOnColumn } from './drag-column'
import { type Lift, shownAt, shownCount } from './spot'
import type { Active, Wish } from './use-active'
import { useColumnCards } from './use-column-cards'
import { useFocusOnWish, usePinned } from './use-pinned-focus'

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
  wish: { current: Wish }
  selected: ReadonlySet<string>
  /** The card on its way, when it leaves or enters this column. */
  lifted: LiftedCard | null
  ringed: string | null
  /** The mission whose panel is open. */
  opened: string | undefined
  register: (column: BoardSummary['columns'][number]['column'], handle: ColumnHandle | null) => void
}

/** Lets the column take drops; the count is read when a drag passes over, so that a change of it sets up nothing anew. */
function useDropTarget(column: ColumnProps['state']['column'], count: number) {
  const section = useRef<HTMLElement>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const line = useRef<HTMLDivElement>(null)
  const countNow = useRef(count)
  countNow.current = count
  useEffect(() => {
    if (!section.current || !scroll.current || !line.current) return
    const elements = { section: section.current, scroll: scroll.current, line: line.current }
    return dropOnColumn(elements, column, ROW_HEIGHTS[column], () => countNow.current)
  }, [column])
  return { section, scroll, line }
}

/** One column: only the rows in view exist, and only their pages are fetched. Drawn anew only when it is concerned. */
export const Column = memo(function Column(props: ColumnProps) {
  const { state, filter, active, wish, selected, lifted, ringed, opened, register } = props
  const { column } = state
  const rowHeight = ROW_HEIGHTS[column]
  const count = shownCount({ column }, state.count, lifted)
  const { section, scroll, line } = useDropTarget(column, count)
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 5,
    rangeExtractor: usePinned(active?.index ?? null),
  })
  const items = rows.getVirtualItems()
  const stored = items.map((item) => shownAt({ column }, item.index, lifted))
  const { cardAt, error } = useColumnCards(
    { filter, column },
    stored.filter((at) => at !== 'lifted'),
  )
  useLayoutEffect(() => {
    if (scroll.current) register(column, { scroll: scroll.current, rowHeight, cardAt })
  })
  useEffect(() => () => register(column, null), [register, column])
  // Another filter is another list: it starts at its top.
  const listed = useRef(filter)
  useLayoutEffect(() => {
    if (listed.current !== filter) scroll.current?.scrollTo(0, 0)
    listed.current = filter
  }, [filter, scroll])
  const activeCard = active && `[data-index="${active.index}"] [data-card]`
  useFocusOnWish(wish, scroll, activeCard, () => rows.scrollToIndex(active?.index ?? 0, { align: 'auto' }))

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
          {items.map(({ index, start }, position) => {
            const at = stored[position]
            const card = at === 'lifted' ? lifted?.card : at === undefined ? undefined : cardAt(at)
            // Pages are fetched one by one, so for a moment the same card can stand in two of them.
            const key = card && !seen.has(card.id) ? card.id : `row ${index}`
            seen.add(key)
            return (
              <ColumnRow
                key={key}
                index={index}
                start={start}
                count={count}
                height={rowHeight}
                card={card}
                active={active}
                selected={card !== undefined && selected.has(card.id)}
                grabbed={at === 'lifted' && (lifted?.grabbed ?? false)}
                ringed={card?.id === ringed}
                opened={card !== undefined && card.id === opened}
              />
            )
          })}
        </ol>
        <div ref={line} className={css.line} hidden />
      </div>
    </section>
  )
})
