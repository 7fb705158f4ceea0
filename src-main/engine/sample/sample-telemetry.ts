import type { Life } from './sample-history'
import { REVIEWED } from './sample-plan'
import { poolLines } from './sample-worker-pool'
import { type Random, seededRandom } from './seeded-random'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const DAYS = 30
const WORKERS = ['research.web-search', 'research.code-analysis', 'implementation.backend'] as const

/** Lines of JSON by file name under telemetry/events. */
export type TelemetryFiles = ReadonlyMap<string, readonly string[]>

/** Thirty days of telemetry: pattern events per mission, and the health of the database twenty times a day. */
export function sampleTelemetry(lives: readonly Life[], now: number): TelemetryFiles {
  const random = seededRandom(30)
  const files = new Map<string, string[]>([['database-health.jsonl', healthLines(random, now)]])
  for (const life of lives) {
    const { pattern, id } = life.mission
    const start = Date.parse(life.startedAt ?? '')
    if (pattern === undefined || Number.isNaN(start) || start < now - DAYS * DAY) continue
    const end = Date.parse(life.completedAt ?? '') || now - 38 * MINUTE
    files.set(`${id}.jsonl`, patternLines({ missionId: id, pattern }, { start, end, random }))
  }
  files.set('worker-pool.jsonl', poolLines(lives, now))
  return files
}

function healthLines(random: Random, now: number): string[] {
  const lines: string[] = []
  // One night nobody opened the store, and one afternoon it was locked again and again.
  const silent = { from: now - 18 * DAY, to: now - 18 * DAY + 15 * HOUR }
  const locked = { from: now - 11 * DAY, to: now - 11 * DAY + 5 * HOUR }
  for (let at = now - DAYS * DAY; at < now; at += random.between(20, 70) * MINUTE) {
    const failed = random.next() < (at > locked.from && at < locked.to ? 0.5 : 0.002)
    if (at > silent.from && at < silent.to) continue
    lines.push(
      JSON.stringify({
        ts: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
        source: 'mission_runtime',
        status: failed ? 'error' : 'ok',
        message: failed ? 'query_failed' : 'database_available',
        details: failed ? { error: 'database is locked' } : null,
      }),
    )
  }
  return lines
}

interface Unit {
  readonly missionId: string
  readonly pattern: 'rsip' | 'delegation' | 'boomerang'
}

function patternLines(unit: Unit, span: { start: number; end: number; random: Random }): string[] {
  const { start, end, random } = span
  const rounds = random.between(28, 46)
  const pause = (end - start) / rounds
  return Array.from({ length: rounds }, (_, index) => index).flatMap((index) => {
    const at = start + index * pause
    const latencyMs = Math.round(900 + random.next() ** 3 * 9_000)
    const effort = { tokensUsed: random.between(900, 5_200), latencyMs }
    return roundEvents(unit, index, rounds, random)
      .map((event, step) => ({
        timestamp: new Date(at + step * latencyMs).toISOString(),
        ...unit,
        ...event,
        ...(step === 0 ? {} : effort),
      }))
      .map((event) => JSON.stringify(event))
  })
}

function roundEvents(unit: Unit, index: number, rounds: number, random: Random): Record<string, unknown>[] {
  if (unit.pattern === 'rsip') {
    const evaluationScore = Number((0.52 + 0.42 * (1 - Math.exp(-index / 9)) + random.next() * 0.02).toFixed(3))
    return [
      { stage: 'iteration_start', status: 'started', iteration: index + 1 },
      { stage: 'evaluation_complete', status: 'succeeded', iteration: index + 1, evaluationScore },
    ]
  }
  if (unit.pattern === 'delegation') {
    const workerId = random.pick(WORKERS)
    const failed = random.next() < 0.04
    return [
      { stage: 'worker_dispatch', status: 'started', workerId },
      failed
        ? { stage: 'worker_error', status: 'failed', workerId, errorCode: 'worker_timeout' }
        : { stage: 'worker_complete', status: 'succeeded', workerId },
    ]
  }
  if (unit.missionId === REVIEWED && index >= rounds - 2) return failingRound(index === rounds - 1)
  return [
    { stage: 'step_start', status: 'started', stepIndex: index },
    { stage: 'step_complete', status: 'succeeded', stepIndex: index },
  ]
}

/** Two failures of one step end the pattern, and the linear run takes over. */
function failingRound(last: boolean): Record<string, unknown>[] {
  const failed = { stage: 'step_error', status: 'failed', stepIndex: 3, errorCode: 'boomerang_step_failures' }
  const retry = { stage: 'step_start', status: 'started', stepIndex: 3, metadata: { retry: last ? 1 : 0 } }
  return last ? [retry, failed, { stage: 'fallback', status: 'fallback', fallbackTriggered: true }] : [retry, failed]
}
