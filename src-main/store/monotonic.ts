const SECOND = 1_000
const NANOSECONDS = 1e6

/** Milliseconds on a clock nobody sets. `performance` counts the same, but loading it takes longer than a short write. */
export function monotonic(): number {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * SECOND + nanoseconds / NANOSECONDS
}
