/** What the keys `[` `]` `+` `-` and Backspace do to the range on screen. */
export interface RangeTarget {
  readonly shift: (shares: number) => void
  readonly scale: (factor: number) => void
  readonly back: () => void
}

let target: RangeTarget | null = null

/** The range of the view on screen, for the actions of the keyboard and the palette; null without one. */
export function rangeTarget(): RangeTarget | null {
  return target
}

/** Offers a range to the keyboard until the answer is called. */
export function offerRange(offered: RangeTarget): () => void {
  target = offered
  return () => {
    if (target === offered) target = null
  }
}
