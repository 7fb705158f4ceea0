import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../domain/fault'
import { execute, NOW, rows, TS, tempFolder, tempWorkspace } from '../../testing/temp-workspace'
import { backlogText, writeFiles } from '../../testing/workspace-files'
import { unwatched } from '../job'
import { planSeed, type SeedOrder, seedStore } from './seed-store'

const PLAN = backlogText(`sprints:
- sprintId: S1
  title: One
  missions:
  - {id: M1, name: first, status: Queued, metadata: {a: 1.0, b: [x]}}
  - {id: M2, name: second, status: Completed, completed_at: 2025-03-04T10:00:00Z, extra: yes}
missions:
- {id: M3, name: of no sprint, status: Queued}
missionDependencies:
- {from: M1, to: M2, type: Blocks}`)

function orderFor(files: Readonly<Record<string, string | Uint8Array>>, extra: Partial<SeedOrder> = {}): SeedOrder {
  const dataRoot = writeFiles(tempFolder(), files)
  return { dataRoot, database: join(tempFolder(), 'db', 'cmos.sqlite'), userData: tempFolder(), now: NOW, ...extra }
}

async function refusal(work: () => unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (error instanceof DomainError) return `${error.code}: ${error.message}`
    throw error
  }
  return 'done'
}

const missions = (database: string) =>
  rows(database, 'SELECT id, sprint_id, completed_at, metadata FROM missions ORDER BY rowid')

test('a store is made of backlog, contexts, sessions, telemetry and prompt mappings', async () => {
  const order = orderFor({
    'missions/backlog.yaml': PLAN.replace(
      'missionDependencies',
      'promptMapping: {prompts: [{prompt: p, agentBehavior: b}]}\n  missionDependencies',
    ),
    'PROJECT_CONTEXT.json': '{"working_memory": {"last_session": "PS-1"}, "n": 1.0}',
    'context/MASTER_CONTEXT.json': '{}',
    'SESSIONS.jsonl': '{"ts":"1","agent":"codex","mission":"M1","action":"start"}\n',
    'telemetry/events/run.json': '{"meta": {"mission": "M1", "startedAt": "2025"}}',
    'telemetry/events/M1.jsonl': '{"timestamp":"2025","missionId":"M1","stage":"fallback"}\n\n',
    'missions/sprint-03/B3.1_sqlite-foundation-prototype.yaml':
      'promptMapping: {prompts: [{prompt: old, agentBehavior: b}, {prompt: p, agentBehavior: b}]}\n',
  })
  const receipt = await seedStore(order, unwatched)
  const { database, dataRoot } = order
  expect(missions(database)).toEqual([
    { id: 'M1', sprint_id: 'S1', completed_at: null, metadata: '{"a": 1.0, "b": ["x"]}' },
    { id: 'M2', sprint_id: 'S1', completed_at: '2025-03-04 10:00:00+00:00', metadata: '{"extra": true}' },
    { id: 'M3', sprint_id: null, completed_at: null, metadata: null },
  ])
  expect(rows(database, 'SELECT id, source_path, updated_at FROM contexts')).toEqual([
    { id: 'project_context', source_path: join(dataRoot, 'PROJECT_CONTEXT.json'), updated_at: TS },
  ])
  expect(rows(database, 'SELECT context_id, session_id, length(content_hash) AS hash FROM context_snapshots')).toEqual([
    { context_id: 'project_context', session_id: 'PS-1', hash: 64 },
  ])
  expect(rows(database, 'SELECT mission, ts FROM telemetry_events')).toEqual([
    { mission: 'M1', ts: '2025' },
    { mission: 'M1', ts: '2025' },
  ])
  expect(rows(database, 'SELECT prompt FROM prompt_mappings')).toEqual([{ prompt: 'old' }, { prompt: 'p' }])
  expect(rows(database, 'SELECT count(*) AS n FROM session_events')).toEqual([{ n: 1 }])
  expect(receipt).toMatchObject({ leftOut: [], safety: null, quarantine: null })
})

test('an existing store is backed up, replaced as a whole, and seen anew by whoever has it open', async () => {
  const { database } = tempWorkspace("INSERT INTO missions (id, name, status) VALUES ('OLD', 'old', 'Queued')")
  const open = new Database(database)
  expect(open.prepare('SELECT id FROM missions').pluck().all()).toEqual(['OLD'])
  const order = orderFor({ 'missions/backlog.yaml': PLAN }, { database })
  const receipt = await seedStore(order, unwatched)
  expect(open.prepare('SELECT id FROM missions ORDER BY rowid').pluck().all()).toEqual(['M1', 'M2', 'M3'])
  open.close()
  const folder = join(order.userData, 'backups')
  const [store = ''] = readdirSync(folder)
  expect(rows(join(folder, store, receipt.safety ?? ''), 'SELECT id FROM missions')).toEqual([{ id: 'OLD' }])
  expect(receipt.replaces).toContainEqual({ table: 'missions', before: 1, after: 3 })
})

test('a dry run tells the plan and writes nothing at all', () => {
  const { database, root } = tempWorkspace("INSERT INTO missions (id, name, status) VALUES ('OLD', 'old', 'Queued')")
  const order = orderFor({ 'missions/backlog.yaml': PLAN }, { database })
  const before = readFileSync(database)
  const plan = planSeed(order)
  expect(plan).toMatchObject({ tables: { missions: 3, mission_dependencies: 1 }, leftOut: [] })
  expect(plan.sources.map(({ file, bytes }) => [file, bytes !== null])).toEqual([
    ['missions/backlog.yaml', true],
    ['PROJECT_CONTEXT.json', false],
    ['context/MASTER_CONTEXT.json', false],
    ['SESSIONS.jsonl', false],
  ])
  expect(readFileSync(database).equals(before)).toBe(true)
  expect(readdirSync(order.userData)).toEqual([])
  expect(readdirSync(join(root, 'db')).filter((name) => /^\.|-/.test(name))).toEqual([])
})

describe('nothing is replaced when', () => {
  const OLD = "INSERT INTO missions (id, name, status) VALUES ('OLD', 'old', 'Queued')"
  test.each([
    [
      'the data root is mistyped',
      { dataRoot: '/no/such/place' },
      {},
      /not_found: The data root \/no\/such\/place does not exist/,
    ],
    ['there is nothing to read', {}, {}, /not_found: There is nothing to seed from/],
    [
      'the backlog is no YAML',
      {},
      { 'missions/backlog.yaml': 'a: 1\nb: [\n' },
      /backlog\.yaml: .* in line \d.*--skip-unreadable/,
    ],
    [
      'a context is no JSON',
      {},
      { 'missions/backlog.yaml': PLAN, 'PROJECT_CONTEXT.json': '{broken' },
      /PROJECT_CONTEXT\.json: is no JSON/,
    ],
    ['a context is a list', {}, { 'missions/backlog.yaml': PLAN, 'PROJECT_CONTEXT.json': '[1]' }, /is no JSON object/],
    ['a file is a folder', {}, { 'missions/backlog.yaml/x': '' }, /is a folder, not a file/],
    ['aliases stand for too much', {}, { 'missions/backlog.yaml': bomb() }, /aliases stand for too much/],
  ] as const)('%s', async (_why, extra, files, sentence) => {
    const { database } = tempWorkspace(OLD)
    const order = orderFor(files, { database, ...extra })
    expect(await refusal(() => seedStore(order, unwatched))).toMatch(sentence)
    expect(rows(database, 'SELECT id FROM missions')).toEqual([{ id: 'OLD' }])
    expect(readdirSync(order.userData)).toEqual([])
  })

  test('another process is in the middle of a write', { timeout: 30_000 }, async () => {
    const { database } = tempWorkspace(OLD)
    const other = new Database(database)
    other.exec('BEGIN EXCLUSIVE')
    const order = orderFor({ 'missions/backlog.yaml': PLAN }, { database })
    expect(await refusal(() => seedStore(order, unwatched))).toMatch(/^busy: /)
    other.exec('ROLLBACK')
    other.close()
    expect(rows(database, 'SELECT id FROM missions')).toEqual([{ id: 'OLD' }])
  })

  test('it was stopped', async () => {
    const { database, root } = tempWorkspace(OLD)
    const order = orderFor({ 'missions/backlog.yaml': PLAN }, { database })
    const stop = new AbortController()
    // As Ctrl-C and the window do it: heard when the process is next able to listen.
    const job = { signal: stop.signal, report: () => void setImmediate(() => stop.abort()) }
    expect(await refusal(() => seedStore(order, job))).toMatch(/^cancelled: /)
    expect(rows(database, 'SELECT id FROM missions')).toEqual([{ id: 'OLD' }])
    expect(readdirSync(join(root, 'db')).filter((name) => /^\.|-/.test(name))).toEqual([])
  })
})

test.each([
  ['a text file', (path: string) => writeFileSync(path, 'precious')],
  ['a database of another program', (path: string) => execute(path, 'CREATE TABLE notes (id)')],
  ['a folder', (path: string) => mkdirSync(path)],
  ['a link', (path: string) => symlinkSync('/etc/hostname', path)],
])('%s at the output is never overwritten', async (_what, make) => {
  const database = join(tempFolder(), 'out.sqlite')
  make(database)
  const order = orderFor({ 'missions/backlog.yaml': PLAN }, { database })
  expect(await refusal(() => seedStore(order, unwatched))).toMatch(/^not_a_store: /)
})

test('a store that is damaged beyond reading can be made anew, and its file is kept', async () => {
  const { database } = tempWorkspace()
  writeFileSync(database, '')
  const order = orderFor({ 'missions/backlog.yaml': PLAN }, { database })
  await seedStore(order, unwatched)
  expect(missions(database)).toHaveLength(3)
})

test('unreadable files are left out and named when that is asked for', async () => {
  const order = orderFor(
    { 'missions/backlog.yaml': PLAN, 'PROJECT_CONTEXT.json': '{broken', 'SESSIONS.jsonl/x': '' },
    { skipUnreadable: true },
  )
  const { leftOut } = await seedStore(order, unwatched)
  expect(leftOut.map(({ file }) => file)).toEqual(['PROJECT_CONTEXT.json', 'SESSIONS.jsonl'])
  expect(missions(order.database)).toHaveLength(3)
})

test('a link or a pipe in the data root is neither followed out of it nor waited for', async () => {
  const order = orderFor({ 'missions/backlog.yaml': PLAN }, { skipUnreadable: true })
  symlinkSync('/etc/passwd', join(order.dataRoot, 'SESSIONS.jsonl'))
  spawnSync('mkfifo', [join(order.dataRoot, 'PROJECT_CONTEXT.json')])
  const { leftOut } = await seedStore(order, unwatched)
  expect(leftOut.map(({ file, reason }) => `${file} ${reason}`).sort()).toEqual([
    'PROJECT_CONTEXT.json The whole file: is not a regular file.',
    'SESSIONS.jsonl The whole file: is a link that leads out of the folder.',
  ])
})

test('everything that cannot be taken is named with its line, and the rest is seeded', async () => {
  const order = orderFor({
    'missions/backlog.yaml': backlogText(`sprints:
- sprintId: 1.10
  title: One
  colour: red
  missions:
  - {name: nameless}
  - just text
  - {id: ../../etc/x, name: unsafe, status: Queued}
  - {id: M1, name: one, status: Queued}
  - {id: M1, name: again, status: Odd}
- {title: no id}
missionDependencies:
- {from: M1, to: GHOST}
- {from: M1, to: M1}
- {from: M1, to: ../../etc/x}
- {from: ../../etc/x, to: M1}`),
  })
  const { leftOut } = await seedStore(order, unwatched)
  expect(leftOut.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    expect.stringMatching(/^6 "colour" of sprint "1.1"/),
    expect.stringMatching(/^6 1 of the entries under missions/),
    expect.stringMatching(/^10 A mission without an id \("nameless"\)/),
    expect.stringMatching(/^14 Mission "M1" stood there already/),
    expect.stringMatching(/^15 A sprint without a sprintId/),
    expect.stringMatching(/^17 .*there is no mission "GHOST"/),
    expect.stringMatching(/^18 .*cannot wait for itself/),
  ])
  expect(rows(order.database, 'SELECT id, status FROM missions ORDER BY rowid')).toEqual([
    { id: '../../etc/x', status: 'Queued' },
    { id: 'M1', status: 'Odd' },
  ])
  // A circle is in the store as it is in the file: only new ones are refused.
  expect(rows(order.database, 'SELECT count(*) AS n FROM mission_dependencies')).toEqual([{ n: 2 }])
})

test.each([
  ['one document', PLAN.replace(/^.*---\n/s, '')],
  ['one document without domainFields', PLAN.replace(/^.*---\ndomainFields:\n/s, '').replace(/^ {2}/gm, '')],
  ['a byte order mark and line ends of Windows', `\ufeff${PLAN.replace(/\n/g, '\r\n')}`],
])('a backlog of %s is read', async (_what, text) => {
  const order = orderFor({ 'missions/backlog.yaml': text })
  const { leftOut } = await seedStore(order, unwatched)
  expect(leftOut).toEqual([])
  expect(missions(order.database)).toHaveLength(3)
})

test('a backlog that is too long to be held as a whole gives the same store, and the same lines are told', async () => {
  const short = PLAN.replace('- sprintId: S1', '- sprintId: S1\n    odd: 1').replace('to: M2,', 'to: GHOST,')
  const long = short.replace('title: One', `title: One\n    focus: ${'x'.repeat(250_000)}`)
  const [one, other] = [orderFor({ 'missions/backlog.yaml': short }), orderFor({ 'missions/backlog.yaml': long })]
  const reasons = (receipt: { leftOut: { line: number | null; reason: string }[] }) =>
    receipt.leftOut.map(({ line, reason }) => `${line} ${reason}`)
  const expected = reasons(await seedStore(one, unwatched)).map((text) => text.replace('15 ', '16 '))
  expect(reasons(await seedStore(other, unwatched))).toEqual(expected)
  expect(expected).toHaveLength(2)
  expect(missions(other.database)).toEqual(missions(one.database))
})

test('a backlog in UTF-16 is read, one in another encoding is refused', async () => {
  const order = orderFor({ 'missions/backlog.yaml': Buffer.from(`\ufeff${PLAN}`, 'utf16le') })
  await seedStore(order, unwatched)
  expect(missions(order.database)).toHaveLength(3)
  const other = orderFor({ 'missions/backlog.yaml': Buffer.from(`${PLAN}# caf\xe9`, 'latin1') })
  expect(await refusal(() => seedStore(other, unwatched))).toMatch(/is not UTF-8 text/)
  expect(existsSync(other.database)).toBe(false)
})

function bomb(): string {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const list = Array.from({ length: 9 }, () => (level === 0 ? 'x' : `*a${level - 1}`)).join(', ')
    return `a${level}: &a${level} [${list}]`
  })
  return `${levels.join('\n')}\n`
}
