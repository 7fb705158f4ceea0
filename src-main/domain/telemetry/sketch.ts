/** Values of a bin differ by at most this share from the value that stands for it (DDSketch, Masson et al. 2019). */
export const SKETCH_ERROR = 0.01
const GAMMA = (1 + SKETCH_ERROR) / (1 - SKETCH_ERROR)
const LOG_GAMMA = Math.log(GAMMA)
/** Smaller values count as zero. */
const SMALLEST = 1e-9

/** The bin of a value; 0 holds zero, negative values mirror the positive ones, away from zero as they grow. */
export function binOf(value: number): number {
  const size = Math.abs(value)
  if (size < SMALLEST) return 0
  const bin = Math.ceil(Math.log(size / SMALLEST) / LOG_GAMMA) + 1
  return value < 0 ? -bin : bin
}

/** The value that stands for a bin, within `SKETCH_ERROR` of every value in it. */
export function valueOfBin(bin: number): number {
  if (bin === 0) return 0
  const size = (2 * SMALLEST * GAMMA ** (Math.abs(bin) - 1)) / (GAMMA + 1)
  return bin < 0 ? -size : size
}

/** Values in ascending order, each with how often it occurs. */
export type Weighted = readonly (readonly [value: number, count: number])[]

/** The value below or at which the share `q` (0 to 1) of all lies, by the nearest rank; null of nothing. */
export function quantile(values: Weighted, q: number): number | null {
  const total = values.reduce((sum, [, count]) => sum + count, 0)
  const rank = Math.max(1, Math.ceil(q * total))
  let seen = 0
  for (const [value, count] of values) {
    seen += count
    if (seen >= rank) return value
  }
  return null
}
