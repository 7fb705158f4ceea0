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
  return measured(name, times)
}

/** The same, but how long nobody else had a turn while it ran: in time of the processor, so that a busy machine counts for nothing. */
export async function longestTurn(name: string, run: () => Promise<unknown>, runs = 15): Promise<Measured> {
  const times: number[] = []
  for (let index = 0; index < runs; index += 1) {
    let last = ownTime()
    let longest = 0
    let running = true
    const beat = () => {
      longest = Math.max(longest, ownTime() - last)
      last = ownTime()
      if (running) setImmediate(beat)
    }
    beat()
    await run()
    running = false
    times.push(Math.max(longest, ownTime() - last))
  }
  return measured(name, times)
}

/** Milliseconds that this thread has had so far. */
function ownTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

function measured(name: string, times: readonly number[]): Measured {
  const sorted = [...times].sort((left, right) => left - right)
  return { name, median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0, runs: sorted.length }
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
