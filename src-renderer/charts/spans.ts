import type { TimeRange } from '../../src-main/domain/timeline/timeline'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Named spans up to now, with the step on which they end, so that a range stands still for a while. */
export const SPANS = {
  '1h': { label: '1 h', long: 'the last hour', length: HOUR, step: MINUTE },
  '24h': { label: '24 h', long: 'the last 24 hours', length: DAY, step: 15 * MINUTE },
  '7d': { label: '7 d', long: 'the last 7 days', length: 7 * DAY, step: HOUR },
  '30d': { label: '30 d', long: 'the last 30 days', length: 30 * DAY, step: 3 * HOUR },
  '90d': { label: '90 d', long: 'the last 90 days', length: 90 * DAY, step: 12 * HOUR },
  all: { label: 'All', long: 'all there is', length: null, step: DAY },
} as const
export type Span = keyof typeof SPANS
export const SPAN_NAMES = ['1h', '24h', '7d', '30d', '90d', 'all'] as const satisfies readonly Span[]

/** A range shorter than this shows nothing that a longer one does not. */
export const SHORTEST = 5 * MINUTE

/** The range that a named span comes to; `extent` is that of everything there is. */
export function rangeOfSpan(span: Span, now: number, extent: TimeRange | null): TimeRange {
  const { length, step } = SPANS[span]
  const to = Math.ceil(now / step) * step
  if (length !== null) return { from: to - length, to }
  if (extent === null) return { from: to - 30 * DAY, to }
  return { from: Math.floor(extent.from / DAY) * DAY, to: Math.ceil(extent.to / DAY) * DAY }
}

/** Moved by shares of its own length, earlier when they are negative. */
export function shifted({ from, to }: TimeRange, shares: number): TimeRange {
  const by = Math.round((to - from) * shares)
  return { from: from + by, to: to + by }
}

/** Longer or shorter around its middle, but never shorter than what shows something. */
export function scaled({ from, to }: TimeRange, factor: number): TimeRange {
  const middle = (from + to) / 2
  const half = Math.max(SHORTEST, (to - from) * factor) / 2
  return { from: Math.round(middle - half), to: Math.round(middle + half) }
}

/** A range drawn by hand, on whole minutes and never too short. */
export function drawnRange({ from, to }: TimeRange): TimeRange {
  if (to - from < SHORTEST) return scaled({ from, to }, 1)
  return { from: Math.floor(from / MINUTE) * MINUTE, to: Math.ceil(to / MINUTE) * MINUTE }
}
