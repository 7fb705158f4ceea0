import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { visibleText } from '../markdown/visible-text'
import { CopyButton } from '../mission/copy-button'
import { lineAt, type ShownDocument } from './json-document-rows'
import css from './text-view.module.css'
import type { Find } from './use-find'

const LINE = 20
/** Nobody reads on beyond this, and the page would build it all. */
const LONGEST_LINE = 2_000
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

interface TextViewProps {
  shown: ShownDocument
  name: string
  find?: Find
}

/** A line with what was looked for marked in it; the one that is shown stands out. */
function marked(line: string, places: readonly number[], length: number, present: number | null): ReactNode {
  if (places.length === 0) return visibleText(line)
  const parts: ReactNode[] = []
  let from = 0
  for (const at of places) {
    parts.push(visibleText(line.slice(from, at)))
    parts.push(
      <mark key={at} className={css.match} data-present={at === present}>
        {visibleText(line.slice(at, at + length))}
      </mark>,
    )
    from = at + length
  }
  return [...parts, visibleText(line.slice(from))]
}

/** Where in a line the matches stand that begin in it; they are in the order of the text. */
function matchesIn(matches: Int32Array | undefined, from: number, end: number): number[] {
  if (matches === undefined) return []
  let [low, high] = [0, matches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((matches[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  const places: number[] = []
  for (let at = low; at < matches.length && (matches[at] ?? end) < end; at += 1) places.push((matches[at] ?? 0) - from)
  return places
}

/** A document as text with line numbers; only the lines in view are built. */
export function TextView({ shown, name, find }: TextViewProps) {
  'use no memo'
  const scroll = useRef<HTMLElement>(null)
  const { text, lines, longest } = shown
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE,
    overscan: 20,
  })
  const match = find?.matches[find.at]
  useLayoutEffect(() => {
    if (match !== undefined) virtual.scrollToIndex(lineAt(shown, match), { align: 'center' })
  }, [match, shown, virtual])
  const keys = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined || event.ctrlKey || event.altKey) return
    event.preventDefault()
    scroll.current?.scrollBy({ top: step * LINE })
  }
  const digits = String(lines.length).length
  const wantedLength = find ? JSON.stringify(find.words).length - 2 : 0
  return (
    <div className={css.frame}>
      <div className={css.copy}>
        <CopyButton label="Copy the whole text" text={() => text} />
      </div>
      <section
        ref={scroll}
        className={css.scroll}
        aria-label={`${name} as text, ${lines.length} lines`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        onKeyDown={keys}
      >
        <div
          className={css.inner}
          style={{ height: virtual.getTotalSize(), minWidth: `${Math.min(longest, LONGEST_LINE) + digits + 6}ch` }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const from = lines[index] ?? 0
            const end = (lines[index + 1] ?? text.length + 1) - 1
            const line = text.slice(from, Math.min(end, from + LONGEST_LINE))
            const places = matchesIn(find?.matches, from, end)
            const present = match !== undefined && lineAt(shown, match) === index ? match - from : null
            return (
              <div key={index} className={css.line} style={{ transform: `translateY(${start}px)` }}>
                <span className={css.number} style={{ width: `${digits + 3}ch` }} aria-hidden>
                  {index + 1}
                </span>
                <span className={`${css.text} selectable`}>
                  {marked(line, places, wantedLength, present)}
                  {end - from > LONGEST_LINE && (
                    <i className={css.more}>… {end - from - LONGEST_LINE} more characters</i>
                  )}
                </span>
              </div>
            )
          })}
        </div>
      </section>
    </div>
  )
}
