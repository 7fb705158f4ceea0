import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { NO_FILTER } from '../../domain/telemetry/troubles'
import { execute, tempFolder, tempWorkspace } from '../../testing/temp-workspace'
import { createAnalyst } from './analyst'

const HOUR = 3_600_000
const FIRST = Date.UTC(2026, 0, 1)
const MONTH = { from: FIRST, to: FIRST + 31 * 24 * HOUR }
const scope = { range: MONTH, filter: NO_FILTER }

const iso = (hours: number) => new Date(FIRST + hours * HOUR).toISOString()
const event = (hours: number, more: object = {}) =>
  JSON.stringify({
    timestamp: iso(hours),
    missionId: 'M1',
    pattern: 'rsip',
    stage: 's',
    status: 'succeeded',
    latencyMs: 100,
    ...more,
  })
const health = (hours: number, error?: string) =>
  JSON.stringify({
    ts: iso(hours),
    source: 'mission_runtime',
    status: error ? 'error' : 'ok',
    message: 'm',
    details: error ? { error } : null,
  })

function workspace(files: Readonly<Record<string, readonly string[]>>) {
  const { root, database } = tempWorkspace()
  const events = join(root, 'telemetry', 'events')
  rmSync(join(root, 'telemetry'), { recursive: true, force: true })
  mkdirSync(events, { recursive: true })
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(events, name), lines.map((line) => `${line}\n`).join(''))
  const place = { root, database, userData: tempFolder() }
  return { ...place, events, ...opened(place) }
}

function opened(place: Parameters<typeof createAnalyst>[0]) {
  const analyst = createAnalyst(place)
  onTestFinished(() => analyst.close())
  const state = () => analyst.ask('telemetry.state', {})
  const counted = (events: number) => expect.poll(state, { timeout: 10_000 }).toMatchObject({ events, indexing: null })
  return { analyst, state, counted }
}

describe('telemetry files', () => {
  it('are read by what their lines are, and every line that is none is listed with its place', async () => {
    const { analyst, counted } = workspace({
      'M1.jsonl': [event(1), '{"cut":', '[]', event(2, { status: 'failed', errorCode: 'worker_timeout' })],
      'database-health.jsonl': [health(1), health(2, 'database is locked')],
      'load.jsonl': [JSON.stringify({ ts: iso(3), cpu: { load: 0.5 } })],
      'pattern-event.schema.json': ['{"type":"object"}'],
    })
    await counted(5)
    const { problems, count } = await analyst.ask('telemetry.problems', { limit: 10 })
    expect(count).toBe(2)
    expect(problems).toMatchObject([
      { file: 'telemetry/events/M1.jsonl', line: 2, excerpt: '{"cut":' },
      { file: 'telemetry/events/M1.jsonl', line: 3, reason: 'It is no JSON object.' },
    ])
    const page = await analyst.ask('telemetry.events', { ...scope, limit: 10 })
    expect(page.events.map(({ kind }) => kind)).toEqual(['generic', 'health', 'pattern', 'health', 'pattern'])
    expect(page.events[2]).toMatchObject({ errorCode: 'worker_timeout', source: { line: 4 } })
    expect(JSON.parse(page.events[2]?.raw ?? '')).toMatchObject({ errorCode: 'worker_timeout' })
  })

  it('grow: what is appended is there, and a line that is not ended yet waits', async () => {
    const { events, counted } = workspace({ 'M1.jsonl': [event(1)] })
    await counted(1)
    const file = join(events, 'M1.jsonl')
    const line = event(2)
    appendFileSync(file, line.slice(0, 30))
    await counted(1)
    appendFileSync(file, `${line.slice(30)}\n${event(3)}\n`)
    await counted(3)
  })

  it('that are cut, rewritten, rotated or removed are read anew, and what they held is forgotten', async () => {
    const { events, counted, analyst } = workspace({ 'a.jsonl': [event(1), event(2), event(3)], 'b.jsonl': [event(4)] })
    await counted(4)
    truncateSync(join(events, 'a.jsonl'), 0)
    await counted(1)
    writeFileSync(join(events, 'b.jsonl'), `${event(5)}\n${event(6)}\n`)
    await counted(2)
    renameSync(join(events, 'b.jsonl'), join(events, 'b.jsonl.1'))
    writeFileSync(join(events, 'b.jsonl'), `${event(7)}\n`)
    await counted(1)
    rmSync(join(events, 'b.jsonl'))
    await counted(0)
    const counts = await analyst.ask('telemetry.counts', { ...scope, buckets: 31, by: 'status' })
    expect(counts.series).toEqual([])
    expect(
      (await analyst.ask('telemetry.field', { ...scope, buckets: 31, field: 'latencyMs', by: null })).series,
    ).toEqual([])
  })

  it('are still read when they were packed into the archive', async () => {
    const { root, counted, analyst } = workspace({ 'M1.jsonl': [event(5)] })
    mkdirSync(join(root, 'telemetry', 'archive'))
    const packed = Array.from({ length: 5_000 }, (_, n) => event(1 + n / 5_000)).join('\n')
    writeFileSync(join(root, 'telemetry', 'archive', 'M0.jsonl.gz'), gzipSync(`${packed}\n`))
    await counted(5_001)
    const page = await analyst.ask('telemetry.events', { ...scope, limit: 2 })
    expect(page.events[1]).toMatchObject({ source: { file: 'telemetry/archive/M0.jsonl.gz', line: 5_000 } })
    expect(JSON.parse(page.events[1]?.raw ?? '')).toMatchObject({ missionId: 'M1' })
  })

  it('whose lines never end are given up, and what follows is read', async () => {
    const { counted, analyst } = workspace({ 'M1.jsonl': [event(1), 'x'.repeat(9 * 1024 * 1024), event(2)] })
    await counted(2)
    const { problems } = await analyst.ask('telemetry.problems', { limit: 10 })
    expect(problems).toMatchObject([{ line: 2, reason: expect.stringContaining('longer than 4 MB') }])
  })

  it('are never written, and opening again reads none twice', async () => {
    const place = workspace({ 'M1.jsonl': [event(1), event(2)] })
    await place.counted(2)
    const before = readFileSync(join(place.events, 'M1.jsonl'))
    place.analyst.close()
    const again = opened(place)
    await again.counted(2)
    expect(readFileSync(join(place.events, 'M1.jsonl')).equals(before)).toBe(true)
  })

  it('and the rows of the store are one: a row that came from a file that is there counts once', async () => {
    const { database, counted, analyst } = workspace({ 'M1.jsonl': [event(1)] })
    const rows = [
      ['/old/telemetry/events/M1.jsonl', event(1)],
      ['elsewhere.json', event(2)],
      ['elsewhere.json', 'no json'],
    ].map(([path, payload]) => `('M9', '${path}', NULL, '${payload}')`)
    execute(database, `INSERT INTO telemetry_events (mission, source_path, ts, payload) VALUES ${rows.join(', ')}`)
    await counted(2)
    const page = await analyst.ask('telemetry.events', { ...scope, limit: 10 })
    expect(page.events[0]).toMatchObject({ source: { file: null, line: 2 }, raw: event(2) })
  })
})

describe('telemetry charts', () => {
  const lines = Array.from({ length: 400 }, (_, n) =>
    event(n / 4, {
      latencyMs: n % 100,
      pattern: n % 2 ? 'rsip' : 'delegation',
      workerId: `w${n % 5}`,
      status: n % 10 ? 'succeeded' : 'fallback',
      fallbackTriggered: n % 10 === 0,
      tier: 3,
      errorCode: n % 10 ? undefined : 'delegation_failures',
      tokensUsed: 10,
    }),
  )

  it('count every event once, whether added up by hours or one by one', async () => {
    const { analyst, counted } = workspace({ 'M1.jsonl': lines })
    await counted(400)
    const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0)
    const byHour = await analyst.ask('telemetry.counts', { ...scope, buckets: 31, by: 'status' })
    expect(byHour.series.map(({ name, count }) => [name, sum(count)])).toEqual([
      ['succeeded', 360],
      ['fallback', 40],
    ])
    const day = { from: FIRST, to: FIRST + 4 * HOUR }
    const fine = await analyst.ask('telemetry.counts', { range: day, filter: NO_FILTER, buckets: 1000, by: 'status' })
    expect(fine.bucket).toBe(60_000)
    expect(sum(fine.series.flatMap(({ count }) => count))).toBe(16)
    const tiers = await analyst.ask('telemetry.counts', { ...scope, buckets: 31, by: 'tier' })
    expect(tiers.series.map(({ name, count }) => [name, sum(count)])).toEqual([['Tier 3', 40]])
    const one = { ...NO_FILTER, workers: ['w1'], patterns: ['rsip'] }
    const filtered = await analyst.ask('telemetry.counts', { range: MONTH, filter: one, buckets: 31, by: 'pattern' })
    expect(sum(filtered.series.flatMap(({ count }) => count))).toBe(40)
    const none = await analyst.ask('telemetry.counts', {
      range: MONTH,
      filter: { ...NO_FILTER, workers: ['x'] },
      buckets: 31,
      by: 'pattern',
    })
    expect(none.series).toEqual([])
  })

  it('give exact percentiles, gaps as gaps, and at most four series with the rest in one', async () => {
    const { analyst, counted } = workspace({ 'M1.jsonl': lines })
    await counted(400)
    const all = await analyst.ask('telemetry.field', { ...scope, buckets: 31, field: 'latencyMs', by: null })
    expect(all).toMatchObject({ exact: true, unit: 'ms', bucket: 24 * HOUR })
    expect(all.series[0]).toMatchObject({ name: 'latencyMs' })
    expect(all.series[0]?.count.slice(0, 6)).toEqual([96, 96, 96, 96, 16, 0])
    expect(all.series[0]?.p50.slice(0, 6)).toEqual([47, 47, 47, 47, 91, null])
    expect(all.series[0]?.max[0]).toBe(95)
    const split = await analyst.ask('telemetry.field', { ...scope, buckets: 31, field: 'latencyMs', by: 'worker' })
    expect(split.series.map(({ name }) => name).toSorted()).toEqual(['others', 'w0', 'w1', 'w2', 'w3'])
    const total = split.series.flatMap(({ count }) => count).reduce((sum, count) => sum + count, 0)
    expect(total).toBe(400)
    expect((await analyst.ask('telemetry.field', { ...scope, buckets: 31, field: 'none', by: null })).series).toEqual(
      [],
    )
  })

  it('total by worker with latencies, tokens, failures and fallbacks', async () => {
    const { analyst, counted } = workspace({ 'M1.jsonl': lines })
    await counted(400)
    const { rows, more } = await analyst.ask('telemetry.totals', { ...scope, by: 'worker', limit: 2 })
    expect(more).toBe(3)
    expect(rows[0]).toMatchObject({ name: 'w0', events: 80, succeeded: 40, fallbacks: 40, tokens: 800 })
    expect(rows[0]?.latency).toEqual({ p50: 45, p95: 90, max: 95 })
    const errors = await analyst.ask('telemetry.totals', { ...scope, by: 'error', limit: 5 })
    expect(errors.rows).toMatchObject([{ name: 'delegation_failures', events: 40 }])
  })

  it('draw the health of the database with its failures and its gaps', async () => {
    const { analyst, counted } = workspace({
      'database-health.jsonl': [health(0.2), health(1.5, 'database is locked'), health(3.1)],
    })
    await counted(3)
    const strip = await analyst.ask('telemetry.health', { range: { from: FIRST, to: FIRST + 4 * HOUR }, buckets: 10 })
    expect(strip.bucket).toBe(HOUR)
    expect(strip.state).toEqual(['healthy', 'failed', 'missing', 'healthy'])
    expect(strip.lastError).toMatchObject({ message: 'database is locked' })
  })

  it('name what goes wrong again and again, by stated rules', async () => {
    const { analyst, counted } = workspace({ 'M1.jsonl': lines })
    await counted(400)
    const troubles = await analyst.ask('telemetry.troubles', { range: MONTH })
    expect(troubles.map(({ rule }) => rule)).toEqual(['repeated-error', 'fallbacks'])
    expect(troubles[0]).toMatchObject({
      says: 'delegation_failures came 10 times within a day',
      filter: { errors: ['delegation_failures'] },
    })
  })
})
