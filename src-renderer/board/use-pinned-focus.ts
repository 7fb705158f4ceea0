import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect } from 'react'
import type { Wish } from './use-active'

/** Keeps one row in the page however far it is scrolled away, so that focus is never lost to windowing. */
export function usePinned(index: number | null): (range: Range) => number[] {
  return useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range)
      if (index === null || index < 0 || index >= range.count || shown.includes(index)) return shown
      return index < (shown[0] ?? 0) ? [index, ...shown] : [...shown, index]
    },
    [index],
  )
}

/**
 * Scrolls to the active card, and focuses it, once that is wished and the card is there: its row is scrolled into view first, and when its page is still
 * on the way the next drawing tries again. `selector` is null while the active card is elsewhere.
 */
export function useFocusOnWish(
  wish: { current: Wish },
  scroll: { readonly current: HTMLElement | null },
  selector: string | null,
  show: () => void,
): void {
  useLayoutEffect(() => {
    if (wish.current === null || selector === null) return
    show()
    const card = scroll.current?.querySelector<HTMLElement>(selector)
    if (!card) return
    if (wish.current === 'focus') card.focus({ preventScroll: true })
    wish.current = null
    scroll.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
}
