import type { TimeRange } from './timeline'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Sizes a bucket may have: what people count time in. */
const SIZES = [1, 5, 15]
  .map((size) => size * MINUTE)
  .concat([1, 3, 6, 12].map((size) => size * HOUR))
  .concat([1, 7, 30, 91, 365].map((size) => size * DAY))

/** A range that begins and ends with a bucket, and the buckets' size in milliseconds. */
export interface Buckets {
  readonly range: TimeRange
  readonly bucket: number
  readonly count: number
}

/** Cuts a range into at most `most` buckets of the smallest size that people count time in, on round UTC times. */
export function bucketsOf(range: TimeRange, most: number): Buckets {
  for (const bucket of SIZES) {
    const cut = cutBy(range, bucket)
    if (cut.count <= most) return cut
  }
  const widest = Math.ceil((range.to - range.from) / Math.max(1, most - 1) / DAY) * DAY
  return cutBy(range, Math.max(widest, DAY))
}

function cutBy({ from, to }: TimeRange, bucket: number): Buckets {
  const start = Math.floor(from / bucket) * bucket
  const end = Math.max(start + bucket, Math.ceil(to / bucket) * bucket)
  return { range: { from: start, to: end }, bucket, count: (end - start) / bucket }
}
