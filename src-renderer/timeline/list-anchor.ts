import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { TimelineRow } from './timeline-rows'

export const ROW = 28

/** The row at the upper edge of the list, and how far it is scrolled out. */
interface Anchor {
  readonly index: number
  readonly offset: number
  readonly rows: readonly TimelineRow[]
}

/** Where a list has to be scrolled to, so that what is read stays where it is when rows came and went; null: leave it. */
export function keptScroll(anchor: Anchor, rows: readonly TimelineRow[]): number | null {
  const places = new Map(rows.map((row, index) => [row.key, index]))
  // Headings come and go with the days' first events, so an event is looked for.
  for (let index = anchor.index; index < anchor.rows.length; index += 1) {
    const row = anchor.rows[index]
    const now = row === undefined || row.kind === 'day' ? undefined : places.get(row.key)
    if (now !== undefined) return (now - (index - anchor.index)) * ROW + anchor.offset
  }
  return null
}

/** Keeps what is read where it is while rows come and go above it; at the very top of the newest, new rows may appear. */
export function useKeptScroll(
  scroll: RefObject<HTMLElement | null>,
  rows: readonly TimelineRow[],
  follows: boolean,
): { readonly note: () => void } {
  const anchor = useRef<Anchor | null>(null)
  const note = () => {
    const top = scroll.current?.scrollTop ?? 0
    anchor.current = { index: Math.floor(top / ROW), offset: top % ROW, rows }
  }
  useLayoutEffect(() => {
    const before = anchor.current
    const element = scroll.current
    if (element === null) return
    if (before !== null && before.rows !== rows && !(follows && element.scrollTop < ROW)) {
      const wanted = keptScroll(before, rows)
      if (wanted !== null && Math.abs(wanted - element.scrollTop) > 0.5) element.scrollTop = wanted
    }
    const top = element.scrollTop
    anchor.current = { index: Math.floor(top / ROW), offset: top % ROW, rows }
  }, [rows, follows, scroll])
  return { note }
}
