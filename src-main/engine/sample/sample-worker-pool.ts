import type { Life } from './sample-history'
import { type Random, seededRandom } from './seeded-random'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const DAYS = 30
/** When the pool works, in hours of the day. */
const OPENS = 7
const CLOSES = 21

interface Worker {
  readonly id: string
  readonly latency: number
  /** The share of its runs that fail. */
  readonly fails: number
}

const WORKERS: readonly [Worker, ...Worker[]] = [
  { id: 'research.web-search', latency: 1_500, fails: 0.03 },
  { id: 'research.code-analysis', latency: 1_100, fails: 0.02 },
  { id: 'implementation.backend', latency: 2_300, fails: 0.04 },
  { id: 'implementation.frontend', latency: 1_900, fails: 0.03 },
  { id: 'validation.tests', latency: 2_800, fails: 0.05 },
]
/** This one has begun to fail, and to take longer, a few days ago. */
const FAILING = 'implementation.backend'
const FAILING_SINCE = 9 * DAY
const AGENTS = ['wren', 'heron', 'swift'] as const
const CAUSES = ['worker_timeout', 'context_overflow', 'rate_limited'] as const

/** What a pool of workers logged over thirty days: most in the middle of working days, little at weekends. */
export function poolLines(lives: readonly Life[], now: number): string[] {
  const random = seededRandom(31)
  const lines: string[] = []
  for (let at = now - DAYS * DAY; at < now - 5 * MINUTE; ) {
    const mission = missionAt(lives, at, random)
    if (mission !== null) lines.push(...runLines(at, mission, now, random))
    at += pauseAfter(at, random)
  }
  return lines
}

function pauseAfter(at: number, random: Random): number {
  const date = new Date(at)
  const [hour, day] = [date.getUTCHours(), date.getUTCDay()]
  const open = hour >= OPENS && hour < CLOSES
  const weekend = day === 0 || day === 6
  if (!open) return random.between(90, 240) * MINUTE
  return random.between(weekend ? 60 : 9, weekend ? 200 : 46) * MINUTE
}

/** One of the missions that had begun by then. */
function missionAt(lives: readonly Life[], at: number, random: Random): string | null {
  const begun = lives.filter(({ startedAt }) => Date.parse(startedAt ?? '') <= at)
  const [first, ...more] = begun.slice(-6)
  return first === undefined ? null : random.pick([first, ...more]).mission.id
}

function runLines(at: number, missionId: string, now: number, random: Random): string[] {
  const worker = random.pick(WORKERS)
  const failing = worker.id === FAILING && at > now - FAILING_SINCE
  const chance = random.next()
  const fails = failing ? 0.46 : worker.fails
  const latencyMs = Math.round(worker.latency * (failing ? 2.6 : 1) * (0.5 + random.next() + 3 * random.next() ** 9))
  const base = { missionId, pattern: 'delegation', workerId: worker.id }
  const metadata = {
    agent: random.pick(AGENTS),
    queueDepth: random.between(0, 9),
    memoryBytes: random.between(90, 420) * 1e6,
  }
  const tokensUsed = random.between(800, 6_500)
  const end = { ...base, tokensUsed, latencyMs, metadata }
  const dispatched = { ...base, stage: 'worker_dispatch', status: 'started', metadata }
  if (chance >= fails + 0.02) return said(at, [dispatched, { ...end, stage: 'worker_complete', status: 'succeeded' }])
  const failed = { ...end, stage: 'worker_error', status: 'failed', errorCode: random.pick(CAUSES) }
  if (chance < fails * 0.6) return said(at, [dispatched, failed])
  const tier = 1 + Math.floor(random.next() ** 2 * 3)
  const fallback = {
    ...end,
    stage: 'fallback',
    status: 'fallback',
    errorCode: failed.errorCode,
    fallbackTriggered: true,
  }
  return said(at, [dispatched, { ...fallback, metadata: { ...metadata, tier } }])
}

function said(at: number, events: readonly object[]): string[] {
  return events.map((event, step) => JSON.stringify({ timestamp: new Date(at + step * 1_900).toISOString(), ...event }))
}
