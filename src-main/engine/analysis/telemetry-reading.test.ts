import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import type { TelemetryFilter } from '../../domain/telemetry/telemetry'
import { NO_FILTER } from '../../domain/telemetry/troubles'
import { tempFolder, tempWorkspace } from '../../testing/temp-workspace'
import { createAnalyst } from './analyst'

const HOUR = 3_600_000
const FIRST = Date.UTC(2026, 0, 1)
const DAY = { from: FIRST, to: FIRST + 24 * HOUR }

function workspace(files: Readonly<Record<string, string | Buffer>>) {
  const { root, database } = tempWorkspace()
  rmSync(join(root, 'telemetry'), { recursive: true, force: true })
  for (const folder of ['events', 'archive']) mkdirSync(join(root, 'telemetry', folder), { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, 'telemetry', name), content)
  const analyst = createAnalyst({ root, database, userData: tempFolder() })
  onTestFinished(() => analyst.close())
  const state = () => analyst.ask('telemetry.state', {})
  return { analyst, state, root }
}

function lines(count: number, line: (n: number) => object): string {
  return Array.from({ length: count }, (_, n) => `${JSON.stringify(line(n))}\n`).join('')
}

const at = (hours: number) => new Date(FIRST + hours * HOUR).toISOString()
const check = (hours: number) => ({ ts: at(hours), source: 'mission_runtime', status: 'ok', message: 'm' })

it('the two halves of a stream that was split by the archive are one health strip', async () => {
  const { analyst, state } = workspace({
    'archive/database-health.jsonl.gz': gzipSync(lines(6, (n) => check(n))),
    'events/database-health.jsonl': lines(6, (n) => check(6 + n)),
  })
  await expect.poll(state).toMatchObject({ events: 12, indexing: null })
  const { ok, state: strip } = await analyst.ask('telemetry.health', { range: DAY, buckets: 24 })
  expect(ok.slice(0, 12)).toEqual(new Array(12).fill(1))
  expect(strip.slice(0, 12)).toEqual(new Array(12).fill('healthy'))
})

it('a long reading stops when it is told to, and goes on where it stopped', async () => {
  const event = (n: number) => ({ timestamp: at(n / 30_000), pattern: 'rsip', stage: 's', note: 'x'.repeat(100) })
  const { analyst, state } = workspace({ 'events/M1.jsonl': lines(30_000, event) })
  await analyst.ask('telemetry.pause', { paused: true })
  const stopped = await state()
  expect(stopped).toMatchObject({ paused: true, indexing: { total: expect.any(Number) } })
  expect(stopped.events).toBeLessThan(30_000)
  // A question and a change of the store start no reading either.
  analyst.notice()
  await new Promise((done) => setImmediate(done))
  expect((await state()).events).toBe(stopped.events)

  await analyst.ask('telemetry.pause', { paused: false })
  await expect.poll(state, { timeout: 20_000 }).toMatchObject({ events: 30_000, paused: false, indexing: null })
})

it('fallbacks without a tier or a cause are counted as such', async () => {
  const event = (n: number) => ({ timestamp: at(n), status: 'fallback', ...(n === 0 && { tier: 2, reason: 'slow' }) })
  const { analyst, state } = workspace({ 'events/M1.jsonl': lines(3, event) })
  await expect.poll(state).toMatchObject({ events: 3, indexing: null })
  const split = async (by: 'tier' | 'cause', range = DAY) => {
    const { series } = await analyst.ask('telemetry.counts', { range, filter: NO_FILTER, buckets: 24, by })
    return series.map(({ name, count }) => [name, count.reduce((sum, value) => sum + value, 0)])
  }
  expect(await split('tier')).toEqual([
    ['No tier', 2],
    ['Tier 2', 1],
  ])
  expect(await split('cause')).toEqual([
    ['No cause', 2],
    ['slow', 1],
  ])
})

it('sums of hours and of single events are the same, whatever is asked', async () => {
  const event = (n: number) => ({
    timestamp: at(n / 4),
    missionId: `M${n % 3}`,
    workerId: `w${n % 5}`,
    status: n % 7 === 0 ? 'failed' : 'succeeded',
    ...(n % 7 === 0 && { errorCode: `e${n % 2}` }),
    ...(n % 11 === 0 && { fallbackTriggered: true, tier: 1 }),
    ...(n % 2 === 0 && { tokensUsed: n }),
    latencyMs: n,
  })
  const { analyst, state } = workspace({ 'events/M1.jsonl': lines(80, event) })
  await expect.poll(state).toMatchObject({ events: 80, indexing: null })
  // The odd range is answered event by event, the even one by hours; both hold all events.
  const odd = { from: FIRST - 1, to: FIRST + 24 * HOUR + 1 }
  const all: TelemetryFilter = { ...NO_FILTER, statuses: ['failed', 'succeeded'] }
  for (const by of ['mission', 'worker', 'error'] as const) {
    const ask = (range: typeof DAY, filter: TelemetryFilter) =>
      analyst.ask('telemetry.totals', { range, filter, by, limit: 50 })
    const byHours = await ask(DAY, NO_FILTER)
    expect(await ask(odd, NO_FILTER), by).toEqual(byHours)
    expect(await ask(DAY, all), by).toEqual(byHours)
  }
})
