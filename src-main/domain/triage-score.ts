const HOUR = 3_600_000

/**
 * How urgent a blocked mission is: (missions it holds + 1) x log2(2 + hours waiting).
 * A wait of unknown length counts as none, so that a row without a date never outranks one that is known to be old.
 */
export function triageScore(held: number, since: number | null, now: number): number {
  const hours = since === null ? 0 : Math.max(0, now - since) / HOUR
  return (held + 1) * Math.log2(2 + hours)
}
