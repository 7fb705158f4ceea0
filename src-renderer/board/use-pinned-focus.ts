import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect } from 'react'

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
 * Focuses the active card once it is wanted and there: its row is scrolled into view first, and when its page is still
 * on the way the next drawing tries again. `selector` is null while the active card is elsewhere.
 */
export function useFocusOnWish(
  wanted: { current: boolean },
  scroll: { readonly current: HTMLElement | null },
  selector: string | null,
  show: () => void,
): void {
  useLayoutEffect(() => {
    if (!wanted.current || selector === null) return
    show()
    const card = scroll.current?.querySelector<HTMLElement>(selector)
    if (!card) return
    wanted.current = false
    card.focus({ preventScroll: true })
    scroll.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
}
