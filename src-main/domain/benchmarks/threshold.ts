import type { Threshold } from './benchmark-overview'
import type { Direction } from './metric-trend'

/**
 * Whether a value breaks a threshold: a limit is broken on its worse side, an improvement when the value is not better
 * than the baseline by at least that share of it. Without a baseline an improvement cannot be judged.
 */
export function breaksThreshold(
  value: number,
  threshold: Threshold | null,
  baseline: number | null,
  direction: Direction,
): boolean {
  if (threshold === null) return false
  const worse = direction === 'lower' ? 1 : -1
  if (threshold.kind === 'limit') return worse * (value - threshold.value) > 0
  if (baseline === null) return false
  return baseline === 0 ? worse * value > 0 : (worse * (baseline - value)) / Math.abs(baseline) < threshold.value
}
