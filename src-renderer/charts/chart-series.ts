import type { KeyKind } from './key'

/** A bucket of a chart. */
export interface ChartPoint {
  /** The middle of the bucket, where it is drawn. */
  readonly at: number
  readonly from: number
}

/** What the legend, the tooltip and a click know of a series. */
export interface ChartSeries<P> {
  readonly id: string
  readonly name: string
  readonly kind: KeyKind
  readonly color: string
  /** Its value in a bucket in words; `no data` for a gap. Left out for a mere key. */
  readonly says?: (point: P) => string
  /** Opens what is behind it, over the range or in a bucket. */
  readonly onOpen?: (bucket: ChartPoint | null) => void
}

/** Marks of a series carry this class, so that a click finds what it hit. */
export function markClass(id: string): string {
  return `mark mark-${id}`
}
