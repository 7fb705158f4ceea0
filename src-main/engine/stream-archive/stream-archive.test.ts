import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startChild } from '../../testing/child'
import { tempFolder } from '../../testing/temp-workspace'
import { unwatched } from '../job'
import { archivePlaces, asideOf } from './archive-places'
import { archiveStreams } from './archive-streams'
import { listArchives, note } from './manifest'
import { restoreStreams } from './restore-streams'

vi.setConfig({ testTimeout: 60_000 })

const NOW = new Date('2026-03-01T12:00:00Z')
const OLD = new Date('2025-01-01T00:00:00Z')
const line = (ts: string, more = 'x') => `${JSON.stringify({ ts, more })}\n`

function workspace(files: Readonly<Record<string, string>>) {
  const root = join(tempFolder(), 'cmos')
  const events = join(root, 'telemetry', 'events')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(events, name)), { recursive: true })
    writeFileSync(join(events, name), text)
    utimesSync(join(events, name), OLD, OLD)
  }
  const order = { root, olderThanDays: 30, dryRun: false, now: NOW }
  return {
    root,
    events,
    places: archivePlaces(root),
    read: (name: string) => readFileSync(join(events, name), 'utf8'),
    archive: (more: Partial<typeof order> = {}) => archiveStreams({ ...order, ...more }, unwatched),
    restore: (names: readonly string[]) => restoreStreams({ root, names }, unwatched),
    hidden: () => readdirSync(events).filter((name) => name.startsWith('.')),
  }
}

describe('archiving', () => {
  test('packs old streams with their hash and time, and leaves young ones, schemas and the last health line', async () => {
    const old = line('2025-01-01T00:00:00Z') + line('2025-02-01T00:00:00Z', 'ü')
    const { archive, read, events, places } = workspace({
      'old.jsonl': old,
      'sub/older.jsonl': line('2024-01-01T00:00:00Z'),
      'mixed.jsonl': line('2025-01-01T00:00:00Z') + line('2026-02-20T00:00:00Z'),
      'database-health.jsonl':
        line('2025-01-01T00:00:00Z') + line('2025-01-02T00:00:00Z') + line('2026-02-20T00:00:00Z'),
      'testing-summary.json': '{"meta": {"completedAt": "2025-05-05T00:00:00Z"}}',
      'pattern-event.schema.json': '{}',
      'notes.txt': 'x',
      'empty.jsonl': '',
    })
    const receipt = await archive()
    expect(receipt.archived.map(({ stream, lines, from, to }) => [stream, lines, from, to])).toEqual([
      ['database-health.jsonl', 2, '2025-01-01T00:00:00Z', '2025-01-02T00:00:00Z'],
      ['old.jsonl', 2, '2025-01-01T00:00:00Z', '2025-02-01T00:00:00Z'],
      ['sub/older.jsonl', 1, '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z'],
      ['testing-summary.json', 1, '2025-05-05T00:00:00Z', '2025-05-05T00:00:00Z'],
    ])
    expect(receipt.kept.map(({ stream }) => stream).sort()).toEqual([
      'empty.jsonl',
      'mixed.jsonl',
      'notes.txt',
      'pattern-event.schema.json',
    ])
    expect(read('database-health.jsonl')).toBe(line('2026-02-20T00:00:00Z'))
    expect(existsSync(join(events, 'old.jsonl'))).toBe(false)
    const [, packed] = receipt.archived
    expect(gunzipSync(readFileSync(join(places.archive, packed?.name ?? ''))).toString()).toBe(old)
    expect(packed?.name).toBe('old-20260301T120000Z.jsonl.gz')
    expect(listArchives(places).map(({ name }) => name)).toEqual(receipt.archived.map(({ name }) => name).toReversed())
  })

  test('keeps the last line on the health of the database however old it is', async () => {
    const { archive, read } = workspace({
      'database-health.jsonl': line('2024-01-01T00:00:00Z') + line('2024-01-02T00:00:00Z'),
    })
    await archive()
    expect(read('database-health.jsonl')).toBe(line('2024-01-02T00:00:00Z'))
    await archive()
    expect(read('database-health.jsonl')).toBe(line('2024-01-02T00:00:00Z'))
  })

  test('writes nothing in a dry run, and nothing through a link that leads away', async () => {
    const { archive, root, events } = workspace({ 'old.jsonl': line('2025-01-01T00:00:00Z') })
    expect((await archive({ dryRun: true })).archived).toMatchObject([{ stream: 'old.jsonl', packedBytes: 0 }])
    expect(readdirSync(join(root, 'telemetry'))).toEqual(['events'])
    const outside = tempFolder()
    symlinkSync(outside, join(root, 'telemetry', 'archive'))
    await expect(archive()).rejects.toMatchObject({ code: 'invalid_input' })
    expect(readdirSync(outside)).toEqual([])
    expect(readdirSync(events)).toEqual(['old.jsonl'])
  })

  test.runIf(process.platform === 'linux')('leaves a stream that another program has open', async () => {
    const { archive, events, read } = workspace({ 'old.jsonl': line('2025-01-01T00:00:00Z') })
    const path = join(events, 'old.jsonl')
    const child = spawn('sleep', ['60'], { stdio: [openSync(path, 'a'), 'ignore', 'ignore'] })
    onTestFinished(() => void child.kill())
    const receipt = await archive()
    expect(receipt.kept).toMatchObject([{ stream: 'old.jsonl', reason: expect.stringContaining('open') }])
    expect(read('old.jsonl')).toBe(line('2025-01-01T00:00:00Z'))
    expect(readdirSync(join(events, '..', 'archive'))).toEqual(['manifest.jsonl'])
  })

  test('refuses while another one is at work, and takes over the lock of a process that died', async () => {
    const { archive, places } = workspace({ 'old.jsonl': line('2025-01-01T00:00:00Z') })
    mkdirSync(places.archive, { recursive: true })
    writeFileSync(join(places.archive, '.lock'), String(process.ppid))
    await expect(archive()).rejects.toMatchObject({ code: 'busy' })
    writeFileSync(join(places.archive, '.lock'), '999999999')
    expect((await archive()).archived).toHaveLength(1)
    expect(readdirSync(places.archive).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('stops between two streams when it is asked to', async () => {
    const { root, events, hidden } = workspace({
      'a.jsonl': line('2025-01-01T00:00:00Z'),
      'b.jsonl': line('2025-01-01T00:00:00Z'),
    })
    const stop = new AbortController()
    const report = ({ done }: { done: number }) => done === 1 && stop.abort()
    const order = { root, olderThanDays: 30, dryRun: false, now: NOW }
    await expect(archiveStreams(order, { signal: stop.signal, report })).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(events)).toEqual(['b.jsonl'])
    expect(hidden()).toEqual([])
  })
})

describe('restoring', () => {
  test('puts archives back in front of what was written since, in the order of time, and lets go of them', async () => {
    const { archive, restore, read, places, events } = workspace({ 'a.jsonl': line('2025-01-01T00:00:00Z') })
    const first = await archive()
    writeFileSync(join(events, 'a.jsonl'), line('2025-06-01T00:00:00Z'))
    const second = await archive({ now: new Date(NOW.getTime() + 1_000) })
    writeFileSync(join(events, 'a.jsonl'), line('2026-02-28T00:00:00Z'))
    const names = [...first.archived, ...second.archived].map(({ name }) => name)
    await restore(names)
    expect(read('a.jsonl')).toBe(
      line('2025-01-01T00:00:00Z') + line('2025-06-01T00:00:00Z') + line('2026-02-28T00:00:00Z'),
    )
    expect(listArchives(places)).toEqual([])
    expect(readdirSync(places.archive)).toEqual(['manifest.jsonl'])
    await expect(restore(names)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('refuses a damaged archive and changes nothing', async () => {
    const { archive, restore, places, events } = workspace({
      'a.jsonl': line('2025-01-01T00:00:00Z'),
      'b.jsonl': line('2025-01-01T00:00:00Z'),
    })
    const names = (await archive()).archived.map(({ name }) => name)
    const path = join(places.archive, names[1] ?? '')
    const bytes = readFileSync(path)
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 0xff
    writeFileSync(path, bytes)
    await expect(restore(names)).rejects.toMatchObject({ code: 'corrupt' })
    expect(readdirSync(events)).toEqual([])
    expect(listArchives(places)).toHaveLength(2)
  })
})

describe('a run that was broken off', () => {
  const content = line('2025-01-01T00:00:00Z', 'one') + line('2025-01-02T00:00:00Z', 'two')

  /** A finished archive, put back to where it was broken off. */
  async function brokenOff() {
    const made = workspace({ 'a.jsonl': content })
    const [archived] = (await made.archive()).archived
    if (archived === undefined) throw new Error('Nothing was archived')
    const path = join(made.events, 'a.jsonl')
    return { ...made, archived, path, aside: asideOf(path) }
  }

  async function everythingOnce({ archive, places, restore, read, hidden }: Awaited<ReturnType<typeof brokenOff>>) {
    await archive({ olderThanDays: 36_000 })
    const names = listArchives(places).map(({ name }) => name)
    if (names.length > 0) await restore(names)
    expect(hidden()).toEqual([])
    return read('a.jsonl')
  }

  test('after the packing leaves the stream as the only copy', async () => {
    const run = await brokenOff()
    writeFileSync(run.path, content)
    note(run.places, run.archived, 'packed')
    expect(await everythingOnce(run)).toBe(content)
    expect(listArchives(run.places)).toEqual([])
  })

  test('after the stream was moved aside loses nothing that was appended to either', async () => {
    const run = await brokenOff()
    writeFileSync(run.aside, content + line('2026-01-01T00:00:00Z', 'behind'))
    writeFileSync(run.path, line('2026-01-02T00:00:00Z', 'began anew'))
    note(run.places, run.archived, 'packed')
    const text = await everythingOnce(run)
    expect(
      text
        .split('\n')
        .filter(Boolean)
        .map((one) => JSON.parse(one).more)
        .sort(),
    ).toEqual(['began anew', 'behind', 'one', 'two'])
  })

  test('after the rest was put back doubles nothing', async () => {
    const run = await brokenOff()
    const rest = line('2026-01-01T00:00:00Z', 'behind')
    writeFileSync(run.aside, content + rest)
    writeFileSync(run.path, rest)
    note(run.places, run.archived, 'packed')
    expect(await everythingOnce(run)).toBe(content + rest)
  })

  test('in the middle of restoring doubles nothing either', async () => {
    const run = await brokenOff()
    const young = line('2026-02-28T00:00:00Z')
    writeFileSync(run.path, content + young)
    writeFileSync(run.aside, young)
    note(run.places, run.archived, 'restoring')
    expect(await everythingOnce(run)).toBe(content + young)
  })

  test('before the restored stream was in its place keeps the archive and puts the stream back', async () => {
    const run = await brokenOff()
    const young = line('2026-02-28T00:00:00Z')
    writeFileSync(run.aside, young)
    writeFileSync(`${run.aside}.restoring`, content)
    note(run.places, run.archived, 'restoring')
    expect(await everythingOnce(run)).toBe(content + young)
  })
})

test('lines that another process appends while streams are archived and restored are all there, once', {
  timeout: 60_000,
}, async () => {
  const { archive, restore, places, events, read, hidden } = workspace({ 'a.jsonl': line('2025-01-01T00:00:00Z', '0') })
  const path = join(events, 'a.jsonl')
  const code = `const { appendFileSync } = require('node:fs'); let n = 0; const until = Date.now() + 3000; const next = () => { for (let i = 0; i < 5; i++) appendFileSync(${JSON.stringify(path)}, JSON.stringify({ ts: '2025-01-02T00:00:00Z', n: ++n }) + '\\n'); if (Date.now() < until) setTimeout(next, 1); else console.log(n) }; next()`
  const child = startChild(code)
  let rounds = 0
  let archived = 0
  const done = child.line().then(Number)
  let last: number | undefined
  void done.then((count) => {
    last = count
  })
  while (last === undefined) {
    rounds += 1
    archived += (await archive({ now: new Date(NOW.getTime() + rounds * 1_000) })).archived.length
    if (rounds % 3 === 0) await restore(listArchives(places).map(({ name }) => name)).catch(() => {})
  }
  await child.exited
  const names = listArchives(places).map(({ name }) => name)
  if (names.length > 0) await restore(names)
  const numbers = read('a.jsonl')
    .split('\n')
    .filter(Boolean)
    .flatMap((one) => JSON.parse(one).n ?? [])
  expect(archived).toBeGreaterThan(0)
  expect(numbers.toSorted((one: number, other: number) => one - other)).toEqual(
    Array.from({ length: Number(last) }, (_, at) => at + 1),
  )
  expect(hidden()).toEqual([])
})
