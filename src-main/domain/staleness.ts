/** An agent that works logs something at least once an hour; longer silence is worth a look, though no failure. */
export const STALE_AFTER = 60 * 60_000

/**
 * Is a mission In Progress stale: neither started nor heard of for an hour?
 * With no known time at all nothing is claimed: an unknown silence is no long silence.
 */
export function isStale(startedAt: number | null, lastHeard: number | null, now: number): boolean {
  if (startedAt === null && lastHeard === null) return false
  return now - Math.max(startedAt ?? 0, lastHeard ?? 0) >= STALE_AFTER
}
