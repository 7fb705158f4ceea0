import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Random, seededRandom } from '../engine/sample/seeded-random'

const DAY = 86_400_000
const BATCH = 5_000
const PATTERNS = ['delegation', 'rsip', 'boomerang'] as const
const WORKERS = 12
const AGENTS = ['codex', 'claude', 'wren', 'atlas', 'gemini'] as const
const ERRORS = ['worker_timeout', 'rate_limited', 'context_overflow', 'tool_failed', 'invalid_output'] as const
const MISSIONS = 400
const FILES = 8

interface Generated {
  readonly events: number
  /** Epoch milliseconds of the newest event. */
  readonly until: number
  readonly days: number
}

/**
 * Writes as many telemetry events as asked for into a workspace, as programs leave them behind: streams of pattern events
 * that are appended to in turn, in the order of time, and one in fifty a health check in a stream of its own.
 */
export function writeManyTelemetryEvents(root: string, { events, until, days }: Generated): void {
  const folder = join(root, 'telemetry', 'events')
  mkdirSync(folder, { recursive: true })
  const random = seededRandom(7)
  const names = [...Array.from({ length: FILES }, (_, n) => `stream-${n}.jsonl`), 'database-health.jsonl']
  const files = names.map((name) => ({ handle: openSync(join(folder, name), 'w'), lines: [] as string[] }))
  const from = until - days * DAY
  for (let n = 0; n < events; n += 1) {
    const at = from + Math.floor((n / events) * days * DAY)
    const health = n % 50 === 0
    const file = files[health ? FILES : n % FILES]
    file?.lines.push(health ? healthLine(at, random) : patternLine(at, n, random))
    if (file !== undefined && file.lines.length >= BATCH) flush(file)
  }
  for (const file of files) {
    flush(file)
    closeSync(file.handle)
  }
}

function flush(file: { readonly handle: number; lines: string[] }): void {
  if (file.lines.length > 0) writeSync(file.handle, `${file.lines.join('\n')}\n`)
  file.lines = []
}

function healthLine(at: number, random: Random): string {
  const failed = random.next() < 0.004
  return JSON.stringify({
    ts: new Date(at).toISOString(),
    source: 'mission_runtime',
    status: failed ? 'error' : 'ok',
    message: failed ? 'query_failed' : 'database_available',
    details: failed ? { error: 'database is locked' } : null,
  })
}

function patternLine(at: number, n: number, random: Random): string {
  const missionId = `T${String(Math.floor((n / 2_500) % MISSIONS)).padStart(4, '0')}`
  const pattern = PATTERNS[Math.floor(random.next() ** 2 * PATTERNS.length)] ?? 'delegation'
  const base = {
    timestamp: new Date(at).toISOString(),
    missionId,
    pattern,
    workerId: `worker.${String(random.between(1, WORKERS)).padStart(2, '0')}`,
  }
  const metadata = { agent: random.pick(AGENTS) }
  if (n % 2 === 0) return JSON.stringify({ ...base, stage: 'worker_dispatch', status: 'started', metadata })
  const end = { ...base, latencyMs: latencyOf(random), tokensUsed: random.between(300, 7_000), metadata }
  const chance = random.next()
  if (chance > 0.05) return JSON.stringify({ ...end, stage: 'worker_complete', status: 'succeeded' })
  const errorCode = random.pick(ERRORS)
  if (chance > 0.012) return JSON.stringify({ ...end, stage: 'worker_error', status: 'failed', errorCode })
  const tier = 1 + Math.floor(random.next() * 3)
  const fallback = { stage: 'fallback', status: 'fallback', errorCode, fallbackTriggered: true }
  return JSON.stringify({ ...end, ...fallback, metadata: { ...metadata, tier } })
}

/** Most steps take a second or two, few take very long. */
function latencyOf(random: Random): number {
  return Math.round(300 + 1_800 * random.next() + 14_000 * random.next() ** 12)
}
