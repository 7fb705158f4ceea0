import type { AuditFilter } from '../../src-main/domain/audit'

const DAY = 86_400_000

/** How far back is looked. */
export const SPANS = [
  { value: 'all', label: 'All time', days: null },
  { value: 'month', label: '30 days', days: 30 },
  { value: 'week', label: '7 days', days: 7 },
  { value: 'today', label: '24 hours', days: 1 },
] as const
export type Span = (typeof SPANS)[number]['value']

/** What the operator asked to see. */
export interface Wish {
  readonly mission: string
  /** A method; empty for all. */
  readonly action: string
  readonly span: Span
}

export const NO_WISH: Wish = { mission: '', action: '', span: 'all' }

/** The filter that a wish comes to at a time. */
export function filterOf({ mission, action, span }: Wish, now: number): AuditFilter {
  const days = SPANS.find((one) => one.value === span)?.days ?? null
  return {
    ...(mission.trim() !== '' && { mission: mission.trim() }),
    ...(action !== '' && { action }),
    ...(days !== null && { from: now - days * DAY }),
  }
}
