import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EVERYTHING, type TimelineEvent, type TimelineFilter } from '../../domain/timeline/timeline'
import { openIndex } from '../../store/index/index-database'
import { writeGenerationStore } from '../../testing/generation-store'
import { execute, rows, tempFolder, tempWorkspace } from '../../testing/temp-workspace'
import { type Analyst, createAnalyst } from './analyst'
import { exportTimeline } from './export-timeline'

const HOUR = 3_600_000
const FIRST = Date.UTC(2026, 0, 1)

interface Row {
  readonly ts?: string | null
  readonly agent?: string | null
  readonly mission?: string | null
  readonly action?: string | null
  readonly summary?: string | null
}

function at(hours: number): string {
  return new Date(FIRST + hours * HOUR).toISOString()
}

function insert(database: string, events: readonly Row[]): void {
  const text = (value: string | null | undefined) => (value == null ? 'NULL' : `'${value.replaceAll("'", "''")}'`)
  const values = events.map(
    ({ ts, agent, mission, action, summary }) =>
      `(${[ts, agent, mission, action, summary].map(text).join(', ')}, 'in_progress', '{}')`,
  )
  if (values.length > 0) {
    execute(
      database,
      `INSERT INTO session_events (ts, agent, mission, action, summary, status, raw_event) VALUES ${values.join(', ')}`,
    )
  }
}

function analysed(events: readonly Row[]) {
  const { root, database } = tempWorkspace()
  insert(database, events)
  const place = { root, database, userData: tempFolder() }
  return { ...place, ...opened(place) }
}

function opened(place: Parameters<typeof createAnalyst>[0]) {
  const analyst = createAnalyst(place)
  onTestFinished(() => analyst.close())
  return { analyst }
}

/** Every event of a filter, page by page, once all of the log is in. */
async function all(analyst: Analyst, filter: TimelineFilter = EVERYTHING, limit = 7): Promise<TimelineEvent[]> {
  await complete(analyst)
  const found: TimelineEvent[] = []
  for (let before: string | null | undefined; before !== null; ) {
    const page = await analyst.ask('timeline.page', { filter, limit, ...(before ? { before } : {}) })
    found.push(...page.events)
    before = page.older
  }
  return found
}

async function complete(analyst: Analyst): Promise<void> {
  const indexing = async () => (await analyst.ask('timeline.facets', { filter: EVERYTHING })).indexing
  await expect.poll(indexing, { timeout: 10_000 }).toBeNull()
}

const ids = (events: readonly TimelineEvent[]) => events.map(({ id }) => id)
const LOG: Row[] = [
  { ts: at(0), agent: 'ada', mission: 'A', action: 'start', summary: 'Begin with the parser' },
  { ts: at(1), agent: 'bob', mission: 'B', action: 'start', summary: 'Begin with the printer' },
  { ts: at(5), agent: 'ada', mission: 'A', action: 'note', summary: 'Half way' },
  { ts: 'template', agent: 'ada', mission: 'A', action: 'note', summary: 'No time' },
  { ts: '2199-01-01T00:00:00Z', agent: 'ada', mission: 'A', action: 'note', summary: 'From the future' },
  { ts: at(9), agent: 'ada', mission: 'A', action: 'complete', summary: 'Parser done.' },
  { ts: at(2), agent: 'bob', mission: 'B', action: 'blocked', summary: "Logged late; 100% of O'Neill's" },
]

describe('the timeline', () => {
  it('orders events by their own times, and those without one by their place in the log', async () => {
    const { analyst } = analysed(LOG)
    const events = await all(analyst, EVERYTHING, 2)
    expect(ids(events)).toEqual([6, 5, 4, 3, 7, 2, 1])
    expect(events[1]).toMatchObject({ oddities: ['implausible-time'], shownAt: FIRST + 5 * HOUR })
    expect(events[2]).toMatchObject({ oddities: ['unknown-time'], time: { at: null, raw: 'template' } })
  })

  it('says which run an event belongs to and how long after its start it came', async () => {
    const { analyst } = analysed(LOG)
    const runs = new Map((await all(analyst)).map(({ id, run }) => [id, run]))
    expect(runs.get(1)).toEqual({ id: 1, place: 'start', elapsed: 0 })
    expect(runs.get(4)).toEqual({ id: 1, place: 'middle', elapsed: null })
    expect(runs.get(6)).toEqual({ id: 1, place: 'end', elapsed: 9 * HOUR })
    expect(runs.get(7)).toEqual({ id: 2, place: 'end', elapsed: HOUR })
  })

  it.each<[string, Partial<TimelineFilter>, number[]]>([
    ['a mission', { missions: ['B'] }, [7, 2]],
    ['an agent and an action', { agents: ['ada'], actions: ['start', 'complete'] }, [6, 1]],
    ['the beginnings of words', { text: 'pars beg' }, [1]],
    ['signs that mean something elsewhere', { text: `100% "o'neill` }, [7]],
    ['a range', { range: { from: FIRST + HOUR, to: FIRST + 5 * HOUR } }, [7, 2]],
    ['an agent that nobody knows', { agents: ['eve'] }, []],
    ['words that nobody wrote', { text: 'parser printer' }, []],
  ])('filters by %s', async (_name, filter, expected) => {
    const { analyst } = analysed(LOG)
    expect(ids(await all(analyst, { ...EVERYTHING, ...filter }))).toEqual(expected)
  })

  it('shows what is appended at once, to whoever asks for newer events', async () => {
    const { analyst, database } = analysed(LOG)
    await complete(analyst)
    const { newer } = await analyst.ask('timeline.page', { filter: EVERYTHING, limit: 3 })
    insert(database, [{ ts: at(20), agent: 'ada', mission: 'C', action: 'start' }])
    const page = await analyst.ask('timeline.page', { filter: EVERYTHING, limit: 3, after: newer })
    expect(ids(page.events)).toEqual([8])
    const none = await analyst.ask('timeline.page', { filter: EVERYTHING, limit: 3, after: page.newer })
    expect(none).toMatchObject({ events: [], newer: page.newer })
  })

  it('jumps to an instant', async () => {
    const { analyst } = analysed(LOG)
    await complete(analyst)
    const page = await analyst.ask('timeline.page', { filter: EVERYTHING, limit: 2, at: FIRST + 3 * HOUR })
    expect(ids(page.events)).toEqual([7, 2])
  })

  it('refuses a cursor that is none', async () => {
    const { analyst } = analysed(LOG)
    await complete(analyst)
    const asked = analyst.ask('timeline.page', { filter: EVERYTHING, limit: 2, before: '1; DROP TABLE events' })
    await expect(asked).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('is read anew when the log was rolled back behind it', async () => {
    const { analyst, database } = analysed(LOG)
    expect(await all(analyst)).toHaveLength(7)
    execute(database, 'DELETE FROM session_events WHERE id > 2')
    insert(database, [{ ts: at(30), agent: 'eve', mission: 'A', action: 'complete' }])
    expect(ids(await all(analyst))).toEqual([8, 2, 1])
    execute(database, "DELETE FROM session_events; DELETE FROM sqlite_sequence WHERE name = 'session_events'")
    insert(database, [{ ts: at(1), agent: 'eve', mission: 'Z', action: 'start' }])
    const [only, ...rest] = await all(analyst)
    expect(only).toMatchObject({ id: 1, mission: 'Z' })
    expect(rest).toEqual([])
    expect((await analyst.ask('timeline.facets', { filter: EVERYTHING })).agents).toEqual([{ name: 'eve', count: 1 }])
  })

  it('of a long log begins with the newest events while the rest is still being read, and misses none', async () => {
    const log = Array.from({ length: 6_500 }, (_, n) => ({
      ts: at(n),
      agent: 'ada',
      mission: `M${n % 9}`,
      action: 'note',
    }))
    const { analyst } = analysed(log)
    const first = await analyst.ask('timeline.page', { filter: EVERYTHING, limit: 3 })
    expect(first).toMatchObject({ indexing: { total: 6_500 } })
    expect(ids(first.events)).toEqual([6_500, 6_499, 6_498])
    const next = await analyst.ask('timeline.page', { filter: EVERYTHING, limit: 3, before: first.older ?? '' })
    expect(ids(next.events)).toEqual([6_497, 6_496, 6_495])
    const seen = await all(analyst, EVERYTHING, 500)
    expect(ids(seen)).toEqual(Array.from({ length: 6_500 }, (_, n) => 6_500 - n))
  })

  it('is kept: opening it again reads nothing twice', async () => {
    const place = analysed(LOG)
    await complete(place.analyst)
    place.analyst.close()
    const index = openIndex(place)
    index.client.exec("UPDATE words SET word = 'ada again' WHERE word = 'ada'")
    index.close()
    const { analyst } = opened(place)
    expect((await analyst.ask('timeline.facets', { filter: EVERYTHING })).agents[0]).toEqual({
      name: 'ada again',
      count: 5,
    })
  })
})

describe('its density', () => {
  it('counts every event of known time in one bucket, and says how many no bucket can hold', async () => {
    const { analyst } = analysed(LOG)
    await complete(analyst)
    const strip = await analyst.ask('timeline.density', { filter: EVERYTHING, buckets: 10 })
    expect(strip).toMatchObject({ bucket: HOUR, total: 7, unknownTime: 1, implausibleTime: 1 })
    expect(strip.range).toEqual({ from: FIRST, to: FIRST + 10 * HOUR })
    expect(strip.starts).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(strip.completes).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    expect(strip.blocks).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    expect(strip.others).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  })

  it('is the same whether it is added up from hours or counted event by event', async () => {
    const log = Array.from({ length: 500 }, (_, n) => ({
      ts: at(n * 1.37),
      agent: 'ada',
      mission: 'A',
      action: 'note',
    }))
    const { analyst } = analysed(log)
    await complete(analyst)
    const range = { from: FIRST + 100 * HOUR, to: FIRST + 300 * HOUR }
    const fast = await analyst.ask('timeline.density', { filter: { ...EVERYTHING, range }, buckets: 100 })
    const slow = await analyst.ask('timeline.density', {
      filter: { ...EVERYTHING, range, agents: ['ada'] },
      buckets: 100,
    })
    expect(fast).toEqual(slow)
    expect(fast.others.reduce((sum, count) => sum + count, 0)).toBe(146)
  })
})

describe('on stores of every generation', () => {
  it.each(['v1', 'v1.5', 'v2.0', 'v2.1', 'v3'] as const)(
    '%s: every row is shown once and nothing is written',
    async (generation) => {
      const root = tempFolder()
      const database = writeGenerationStore(root, generation)
      const before = readFileSync(database)
      const { analyst } = opened({ root, database, userData: tempFolder() })
      const events = await all(analyst, EVERYTHING, 3)
      expect(new Set(ids(events))).toEqual(
        new Set(rows(database, 'SELECT id FROM session_events').map((row) => Object(row).id)),
      )
      expect(events.some(({ oddities }) => oddities.includes('legacy-shape'))).toBe(true)
      const { sessions } = await analyst.ask('timeline.sessions', { limit: 10 })
      expect(sessions.length > 0).toBe(generation !== 'v1')
      analyst.close()
      expect(readFileSync(database).equals(before)).toBe(true)
    },
  )
})

describe('its export', () => {
  const job = { signal: new AbortController().signal, report: () => {} }

  it.each(['csv', 'jsonl', 'markdown'] as const)(
    'as %s holds every event that fits, without secrets and formulas',
    async (format) => {
      const secret = `ghp_${'a1B2'.repeat(9)}`
      const place = analysed([
        ...LOG,
        { ts: at(40), agent: '=cmd()', mission: 'A', action: 'note', summary: `token ${secret} | <b>` },
      ])
      const folder = tempFolder()
      const filter = { ...EVERYTHING, missions: ['A'] }
      const done = await exportTimeline({ ...place, folder, filter, format, now: FIRST }, job)
      const text = readFileSync(done.path, 'utf8')
      expect(done).toMatchObject({ events: 6, redacted: 1 })
      expect(text).not.toContain(secret)
      expect(text).toContain('[REDACTED:')
      expect(text.trim().split('\n')).toHaveLength({ csv: 7, jsonl: 6, markdown: 10 }[format])
      if (format === 'csv') expect(text).toContain("'=cmd()")
      if (format === 'markdown') expect(text).toContain('\\| \\<b\\>')
    },
  )

  it('leaves no file when it is stopped, and is refused when nothing fits', async () => {
    const place = analysed(LOG)
    const folder = tempFolder()
    const stopped = { signal: AbortSignal.abort(), report: () => {} }
    const order = { ...place, folder, filter: EVERYTHING, format: 'csv', now: FIRST } as const
    await expect(exportTimeline(order, stopped)).rejects.toMatchObject({ code: 'cancelled' })
    await expect(exportTimeline({ ...order, filter: { ...EVERYTHING, agents: ['eve'] } }, job)).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(readdirSync(folder)).toEqual([])
  })
})
