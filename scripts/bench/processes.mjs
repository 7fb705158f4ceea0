// How long a whole process takes, and how much memory it takes at most.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Some commands print the whole backlog. */
export const MOST_OUTPUT = 256 * 1024 * 1024
const HOOK = join(import.meta.dirname, 'peak-memory.cjs')

/** Runs a program to its end: milliseconds of wall time. Throws when it fails. */
export function timeOf([command, ...args]) {
  const start = performance.now()
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: MOST_OUTPUT })
  const time = performance.now() - start
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')}: ${stderr}`)
  return time
}

/** The most memory a Node process held, in MiB; told by the process itself at its end, in a run that is not timed. */
export function peakOf([node, ...args]) {
  const { status, output } = spawnSync(node, ['--require', HOOK, ...args], {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  if (status !== 0) throw new Error(`${[node, ...args].join(' ')}: ${output[2]}`)
  return Number(output[3]) / 1024
}

export function median(list) {
  return list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0
}
