import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DomainError } from '../../domain/fault'
import { execute, NOW, rows, tempFolder, tempWorkspace } from '../../testing/temp-workspace'
import { writeFiles } from '../../testing/workspace-files'
import { unwatched } from '../job'
import { type MigrateOrder, migrateWorkspace } from './migrate-workspace'

const event = (ts: string, more: string) => `{"ts": "${ts}", ${more}}`
const SOURCE = {
  'SESSIONS.jsonl': [
    event('2025-01-03T00:00:00', '"agent": "b", "summary": "naive"'),
    event('2025-01-01T02:00:00+02:00', '"agent": "a"'),
    '{"timestamp":"2025-01-02","session_id":"S","type":"mission-complete"}',
    'nonsense',
  ].join('\n'),
  'PROJECT_CONTEXT.json': JSON.stringify({
    project: { name: 'Old', owner: 'Ada' },
    odd: { deep: [1, 2] },
    working_memory: { session_count: 7 },
  }),
  'context/MASTER_CONTEXT.json': JSON.stringify({ decisions_made: ['a', 'b'], extra: true }),
}
const TARGET = {
  'SESSIONS.jsonl': `${event('2025-01-04T00:00:00Z', '"agent":"c"')}\n${event('2025-01-01T02:00:00+02:00', '"agent":"a"')}\n`,
  'PROJECT_CONTEXT.json': JSON.stringify({
    project: { name: 'New', status: '' },
    working_memory: { session_count: 0 },
  }),
  'context/MASTER_CONTEXT.json': JSON.stringify({ decisions_made: ['b', 'c'] }),
}

function orderFor(extra: Partial<MigrateOrder> = {}, target: Readonly<Record<string, string>> = TARGET): MigrateOrder {
  return {
    source: writeFiles(tempFolder(), SOURCE),
    target: writeFiles(tempFolder(), target),
    database: null,
    userData: tempFolder(),
    now: NOW,
    backups: true,
    files: true,
    ...extra,
  }
}

const read = (order: MigrateOrder, file: string) => readFileSync(join(order.target, file), 'utf8')
const json = (order: MigrateOrder, file: string): unknown => JSON.parse(read(order, file))

test('events of both sides stand in the order of time, each once, whatever their zone', async () => {
  const order = orderFor()
  const report = await migrateWorkspace(order, unwatched)
  const lines = read(order, 'SESSIONS.jsonl').trim().split('\n')
  expect(lines.map((line) => /2025-01-0\d/.exec(line)?.[0])).toEqual([
    '2025-01-01',
    '2025-01-02',
    '2025-01-03',
    '2025-01-04',
  ])
  expect(report.sessions).toEqual({ target: 2, source: 3, known: 1, merged: 4 })
  expect(report.leftOut).toMatchObject([{ line: 4 }])
})

test("the target's word stands, gaps are filled, and nothing of the source is dropped", async () => {
  const order = orderFor()
  const report = await migrateWorkspace(order, unwatched)
  expect(json(order, 'PROJECT_CONTEXT.json')).toEqual({
    project: { name: 'New', status: '', owner: 'Ada' },
    working_memory: { session_count: 7 },
    odd: { deep: [1, 2] },
    metadata: {
      migration_conflicts: { 'project.name': 'Old' },
      migrated_at: '2025-03-06T09:00:00Z',
      source_version: 'cmos-v1',
    },
  })
  expect(json(order, 'context/MASTER_CONTEXT.json')).toEqual({ decisions_made: ['b', 'c', 'a'], extra: true })
  expect(report.conflicts).toEqual([{ file: 'PROJECT_CONTEXT.json', path: 'project.name' }])
})

test('each file keeps a copy beside it, and migrating twice changes nothing', async () => {
  const order = orderFor()
  const { files } = await migrateWorkspace(order, unwatched)
  expect(files.map(({ backup }) => backup && readFileSync(backup, 'utf8'))).toEqual(Object.values(TARGET))
  expect(files[0]?.backup).toMatch(/SESSIONS\.jsonl\.backup-20250306090000$/)
  const again = await migrateWorkspace({ ...order, now: new Date(NOW.getTime() + 60_000) }, unwatched)
  expect(again.files).toEqual([])
})

test('a dry run says the same and writes nothing', async () => {
  const order = orderFor({ dryRun: true })
  const report = await migrateWorkspace(order, unwatched)
  expect(report.files).toHaveLength(3)
  expect(read(order, 'SESSIONS.jsonl')).toBe(TARGET['SESSIONS.jsonl'])
  expect(readdirSync(order.target).sort()).toEqual(['PROJECT_CONTEXT.json', 'SESSIONS.jsonl', 'context'])
})

test('the store keeps every event it has, and gets those it lacks once', async () => {
  const { database, root } = tempWorkspace(`
    INSERT INTO session_events (ts, agent, raw_event) VALUES ('2025-06-01', 'mine', '{"ts":"2025-06-01","agent":"mine"}');
    INSERT INTO session_events (ts, agent, raw_event) VALUES ('2025-01-01T02:00:00+02:00', 'a', '{"agent":"a","ts":"2025-01-01T02:00:00+02:00"}');
    INSERT INTO context_snapshots (context_id, content_hash, content, created_at) VALUES ('master_context', 'h', '{}', '2025');
  `)
  const order = orderFor({ database, target: root })
  const { store } = await migrateWorkspace(order, unwatched)
  expect(store).toMatchObject({ added: 2, contexts: ['project_context', 'master_context'] })
  expect(rows(database, 'SELECT agent FROM session_events ORDER BY id')).toEqual([
    { agent: 'mine' },
    { agent: 'a' },
    { agent: null },
    { agent: 'b' },
  ])
  expect(rows(database, "SELECT count(*) AS n FROM context_snapshots WHERE context_id = 'master_context'")).toEqual([
    { n: 2 },
  ])
  const [folder = ''] = readdirSync(join(order.userData, 'backups'))
  expect(existsSync(join(order.userData, 'backups', folder, store?.backup ?? ''))).toBe(true)
  const again = await migrateWorkspace(order, unwatched)
  expect(again.store).toMatchObject({ added: 0, contexts: [] })
})

test('a store of the source takes part when it is named', async () => {
  const { database: sourceDatabase } = tempWorkspace()
  execute(
    sourceDatabase,
    `INSERT INTO session_events (raw_event) VALUES ('{"ts":"2025-01-05T00:00:00Z","agent":"db"}')`,
  )
  const order = orderFor({ sourceDatabase, files: true })
  await migrateWorkspace(order, unwatched)
  expect(read(order, 'SESSIONS.jsonl')).toContain('"agent":"db"')
})

test.each([
  ['without sessions', 'SESSIONS.jsonl', /Could not locate SESSIONS\.jsonl/],
  ['without a master context', 'context/MASTER_CONTEXT.json', /Could not locate context\/MASTER_CONTEXT\.json/],
])('a source %s is refused and nothing is changed', async (_what, file, sentence) => {
  const source = writeFiles(tempFolder(), Object.fromEntries(Object.entries(SOURCE).filter(([name]) => name !== file)))
  const order = orderFor({ source })
  const said = await migrateWorkspace(order, unwatched).catch((error) => error instanceof DomainError && error.message)
  expect(said).toMatch(sentence)
  expect(read(order, 'SESSIONS.jsonl')).toBe(TARGET['SESSIONS.jsonl'])
})

test('a target whose context is no JSON is left alone', async () => {
  const order = orderFor({}, { ...TARGET, 'PROJECT_CONTEXT.json': '{broken' })
  const said = await migrateWorkspace(order, unwatched).catch((error) => error instanceof DomainError && error.message)
  expect(said).toMatch(/PROJECT_CONTEXT\.json is no JSON/)
  expect(read(order, 'SESSIONS.jsonl')).toBe(TARGET['SESSIONS.jsonl'])
})

test('a file of the target of which something cannot be read is never replaced without a copy', async () => {
  const sessions = `half a line of ours\n${TARGET['SESSIONS.jsonl']}`
  const order = orderFor({ backups: false }, { ...TARGET, 'SESSIONS.jsonl': sessions })
  const report = await migrateWorkspace(order, unwatched)
  const copies = report.files.flatMap(({ backup }) => (backup === null ? [] : [backup]))
  expect(copies).toHaveLength(1)
  expect(readFileSync(copies[0] ?? '', 'utf8')).toBe(sessions)
})

test('what another program writes into a file meanwhile stops the migration before anything is written', async () => {
  const order = orderFor({ backups: false })
  const report = ({ done }: { done: number }) => {
    if (done === 1) writeFiles(order.target, { 'SESSIONS.jsonl': `${TARGET['SESSIONS.jsonl']}{"late": true}\n` })
  }
  const work = migrateWorkspace(order, { signal: new AbortController().signal, report })
  await expect(work).rejects.toMatchObject({ code: 'conflict' })
  expect(read(order, 'SESSIONS.jsonl')).toContain('late')
  expect(read(order, 'PROJECT_CONTEXT.json')).toBe(TARGET['PROJECT_CONTEXT.json'])
})
