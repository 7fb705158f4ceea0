import { ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { TimelineFilter } from '../../src-main/domain/timeline/timeline'
import { formatCount } from '../format'
import { Button } from '../parts/button'
import { DayHeading } from './day-heading'
import css from './event-list.module.css'
import { PAGE } from './event-pages'
import { EventRow } from './event-row'
import { ROW, useKeptScroll } from './list-anchor'
import { movedRow } from './list-keys'
import { showWindow } from './list-window'
import { SessionRow } from './session-row'
import type { TimelineRow } from './timeline-rows'
import type { EventWindow } from './use-event-window'
import { type PlacedRow, useListRows } from './use-list-rows'

const NEAR_END = 60

interface EventListProps {
  loaded: EventWindow
  filter: TimelineFilter
  /** The key of the active row; null for none. */
  chosen: string | null
  onChoose: (row: TimelineRow) => void
  /** Shows the chosen row in full. */
  onOpen: (row: TimelineRow) => void
  onClose: () => void
  /** Whether the list began elsewhere than at the newest event. */
  jumped: boolean
  /** Begins at the newest event again. */
  onNewest: () => void
  narrow: boolean
}

function rowId(index: number): string {
  return `timeline-row-${index}`
}

function Row({ placed: { row, index, start, stuck }, filter, chosen, onClick }: RowProps) {
  const place = stuck ? {} : { style: { transform: `translateY(${start}px)` } }
  if (row.kind === 'day') {
    return (
      <div className={css.day} data-stuck={stuck} role="presentation" {...place}>
        <DayHeading day={row.day} filter={filter} />
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names its active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keys
    <div
      id={rowId(index)}
      className={css.row}
      role="option"
      aria-selected={row.key === chosen}
      data-event={row.kind === 'event' ? row.event.id : undefined}
      onClick={() => onClick(row)}
      {...place}
    >
      {row.kind === 'event' ? <EventRow event={row.event} rails={row.rails} /> : <SessionRow {...row} />}
    </div>
  )
}

interface RowProps {
  placed: PlacedRow
  filter: TimelineFilter
  chosen: string | null
  onClick: (row: TimelineRow) => void
}

/** Session events as a list of any length, newest first: one tab stop, arrows or J and K move, Enter shows all of it. */
export function EventList({
  loaded,
  filter,
  chosen,
  onChoose,
  onOpen,
  onClose,
  jumped,
  onNewest,
  narrow,
}: EventListProps) {
  'use no memo'
  const { rows, top, fresh, older, newer } = loaded
  const scroll = useRef<HTMLDivElement>(null)
  const active = chosen === null ? -1 : rows.findIndex((row) => row.key === chosen)
  const { placed, height, show } = useListRows(rows, active, scroll)
  const { note } = useKeptScroll(scroll, rows, top)
  const first = Math.floor((scroll.current?.scrollTop ?? 0) / ROW)
  const atTop = top && (scroll.current?.scrollTop ?? 0) < ROW
  const last = placed.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - NEAR_END) older()
  }, [last, rows.length, older])
  // Read after the layout has put the list back in its place, which may be far from the top again.
  useEffect(() => {
    const scrolled = scroll.current?.scrollTop ?? 0
    if ((!top && scrolled < NEAR_END * ROW) || (top && scrolled < ROW && fresh > 0)) newer()
  })
  useShownWindow(rows, first, scroll)
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[active]
    if (event.key === 'Enter' && row) onOpen(row)
    else if (event.key === 'Escape') onClose()
    else {
      const page = Math.floor((scroll.current?.clientHeight ?? ROW) / ROW) - 1
      const next = movedRow(event.key, active < 0 ? first - 1 : active, rows, page)
      const moved = next === null ? undefined : rows[next]
      if (next === null || moved === undefined) return
      onChoose(moved)
      show(next)
    }
    event.preventDefault()
  }
  const newest = () => {
    // A few are put in above; more than a page of them are not worth leafing through.
    if (jumped || fresh >= PAGE) onNewest()
    scroll.current?.scrollTo({ top: 0 })
  }
  return (
    <div className={css.frame}>
      {(fresh > 0 || jumped) && !atTop && <FreshButton fresh={fresh} onClick={newest} />}
      <div
        ref={scroll}
        className={css.scroll}
        data-timeline-list
        data-narrow={narrow}
        role="listbox"
        aria-label="Session events"
        tabIndex={0}
        aria-activedescendant={active >= 0 ? rowId(active) : undefined}
        onKeyDown={keys}
        onScroll={note}
      >
        <div className={css.inner} role="presentation" style={{ height }}>
          {placed.map((one) => (
            <Row key={one.row.key} placed={one} filter={filter} chosen={chosen} onClick={onOpen} />
          ))}
        </div>
      </div>
    </div>
  )
}

/** What is new above, said quietly: only a click brings it. */
function FreshButton({ fresh, onClick }: { fresh: number; onClick: () => void }) {
  return (
    <Button kind="outline" className={css.fresh} onClick={onClick}>
      <ArrowUp size={13} aria-hidden />
      {fresh === 0 ? 'To the newest' : `${fresh >= PAGE ? `${PAGE} or more` : formatCount(fresh)} new`}
    </Button>
  )
}

/** Tells the strip above which stretch of time is on screen. */
function useShownWindow(rows: readonly TimelineRow[], first: number, scroll: { readonly current: HTMLElement | null }) {
  useLayoutEffect(() => {
    const count = Math.ceil((scroll.current?.clientHeight ?? 0) / ROW)
    const times = rows.slice(first, first + count).flatMap((row) => {
      const at = row.kind === 'event' ? row.event.shownAt : row.kind === 'session' ? row.at : null
      return at === null ? [] : [at]
    })
    const [newest, oldest] = [times[0], times.at(-1)]
    showWindow(newest === undefined || oldest === undefined ? null : { from: oldest, to: newest })
  })
  useEffect(() => () => showWindow(null), [])
}
