/** How long something took: milliseconds over the runs made. */
export interface Measured {
  readonly name: string
  readonly median: number
  readonly worst: number
  readonly runs: number
}

/** Runs something several times and says how long it took; prints nothing and asserts nothing. */
export async function measure(name: string, run: () => unknown, runs = 15): Promise<Measured> {
  const times: number[] = []
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  times.sort((left, right) => left - right)
  return { name, median: times[Math.floor(runs / 2)] ?? 0, worst: times.at(-1) ?? 0, runs }
}

/** A line per measurement, for a log. */
export function measuredText(results: readonly Measured[]): string {
  return results
    .map(
      ({ name, median, worst }) =>
        `${name.padEnd(44)} ${median.toFixed(2).padStart(8)} ms  worst ${worst.toFixed(2)} ms`,
    )
    .join('\n')
}
