import { errorFunction } from 'simple-statistics'

/** Up to this many pairs the distribution is counted exactly; beyond it, the normal one is close enough. */
const MOST_EXACT_PAIRS = 600

/**
 * How likely two samples of one distribution would differ in rank at least this much: the two-sided p of the
 * Mann-Whitney U test, from 0 to 1. Exact for small samples, otherwise by the normal approximation with tie and continuity
 * corrections. It looks at ranks only, so an outlier weighs no more than any other value.
 */
export function rankSumP(left: readonly number[], right: readonly number[]): number {
  if (left.length === 0 || right.length === 0) return 1
  const { ranks: ranked, ties } = ranks([...left, ...right])
  return splitP(ranked, left.length, ties)
}

/** Ranks from 1, ties sharing their mean, and the sum of t³ − t over the groups of ties. */
export function ranks(values: readonly number[]): { readonly ranks: readonly number[]; readonly ties: number } {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value)
  const found = new Array<number>(values.length).fill(0)
  let ties = 0
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && order[end]?.value === order[start]?.value) end += 1
    for (const { index } of order.slice(start, end)) found[index] = (start + 1 + end) / 2
    ties += (end - start) ** 3 - (end - start)
    start = end
  }
  return { ranks: found, ties }
}

/** The two-sided p of the first `left` of values with these ranks; `ties` as `ranks` counts them. */
export function splitP(ranked: readonly number[], left: number, ties: number): number {
  const right = ranked.length - left
  const rankSum = ranked.slice(0, left).reduce((total, rank) => total + rank, 0)
  const away = Math.abs(rankSum - (left * (ranked.length + 1)) / 2)
  if (left * right <= MOST_EXACT_PAIRS) return exactP(ranked, Math.min(left, right), away)
  const all = ranked.length
  const variance = ((left * right) / 12) * (all + 1 - ties / (all * (all - 1)))
  if (variance <= 0) return 1
  return Math.max(0, 1 - errorFunction(Math.max(0, away - 0.5) / Math.sqrt(2 * variance)))
}

/** The share of all choices of `size` ranks whose sum lies at least `away` from its mean, counted by dynamic programming. */
function exactP(ranked: readonly number[], size: number, away: number): number {
  // Doubled, so that the mean ranks of ties are whole numbers too.
  const doubled = ranked.map((rank) => Math.round(2 * rank))
  const most = size * 2 * ranked.length
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(most + 1))
  const none = ways[0]
  if (none) none[0] = 1
  doubled.forEach((rank, at) => {
    for (let chosen = Math.min(size, at + 1); chosen >= 1; chosen -= 1) {
      const [from, to] = [ways[chosen - 1], ways[chosen]]
      for (let sum = most; from && to && sum >= rank; sum -= 1) to[sum] = (to[sum] ?? 0) + (from[sum - rank] ?? 0)
    }
  })
  const mean = size * (ranked.length + 1)
  let total = 0
  let tail = 0
  for (const [sum, count] of (ways[size] ?? []).entries()) {
    total += count
    if (Math.abs(sum - mean) >= 2 * away - 1e-9) tail += count
  }
  return total === 0 ? 1 : tail / total
}
