import { median, medianAbsoluteDeviation } from 'simple-statistics'

/** Makes the median absolute deviation comparable with a standard deviation of normal noise. */
const NORMAL = 1.4826

/** Where values lie and how far they scatter, both hardly moved by outliers; null of nothing. */
export interface Spread {
  readonly median: number
  /** Comparable with a standard deviation; 0 of fewer than two values. */
  readonly deviation: number
}

export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null
  const list = [...values]
  return { median: median(list), deviation: values.length < 2 ? 0 : NORMAL * medianAbsoluteDeviation(list) }
}
