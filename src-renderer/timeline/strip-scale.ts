import type { Density } from '../../src-main/domain/timeline/timeline'

/** The kinds of events in the order in which they are stacked, from the ground up. */
export const KINDS = ['blocks', 'completes', 'starts', 'others'] as const
export type Kind = (typeof KINDS)[number]
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  blocks: 'Blocks',
  completes: 'Completes',
  starts: 'Starts',
  others: 'Others',
}

/** How many buckets a density has. */
export function bucketCount({ starts }: Pick<Density, 'starts'>): number {
  return starts.length
}

/** All events of one bucket. */
export function inBucket(density: Density, at: number): number {
  return KINDS.reduce((sum, kind) => sum + (density[kind][at] ?? 0), 0)
}

/** The sum of one kind over the buckets. */
export function sumOf(density: Density, kind: Kind): number {
  return density[kind].reduce((sum, count) => sum + count, 0)
}

/** The top of the scale: the least round number that no bucket exceeds. */
export function scaleTop(density: Density): number {
  let most = 1
  for (let at = 0; at < bucketCount(density); at += 1) most = Math.max(most, inBucket(density, at))
  const power = 10 ** Math.floor(Math.log10(most))
  const found = [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= most && Number.isInteger(step))
  return found ?? most
}

/** Whole buckets from one to another, in whichever order they were named, within the range that was asked for. */
export function spanOf({ range, bucket }: Pick<Density, 'range' | 'bucket'>, one: number, other: number) {
  const [first, last] = one < other ? [one, other] : [other, one]
  return { from: range.from + first * bucket, to: Math.min(range.to, range.from + (last + 1) * bucket) }
}
