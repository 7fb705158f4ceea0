import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../testing/command-line'
import { rows, tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { backlogText, writeFiles } from '../testing/workspace-files'

const TIMEOUT = 60_000
const PLAN = backlogText(`sprints:
- {sprintId: S1, title: One, missions: [{id: M1, name: one, status: Queued}]}
missionDependencies:
- {from: GHOST, to: M1}`)

function workspace() {
  process.env.CMOS_DESK_USER_DATA = tempFolder()
  return tempWorkspace("INSERT INTO missions (id, name, status) VALUES ('OLD', 'old', 'Queued')")
}

test('a seed says in the agreed words what it did, and on stderr what it left out', { timeout: TIMEOUT }, async () => {
  const { root, database } = workspace()
  const feed = writeFiles(tempFolder(), { 'missions/backlog.yaml': PLAN })
  const cmos = await commandLine(root)
  const planned = await cmos(['seed', '--data-root', feed, '--dry-run'])
  expect(planned.stdout).toMatch(/^Would seed .*nothing was changed\.\n/)
  expect(planned.stdout).toContain('missions: 1 -> 1')
  expect(planned.stdout).toContain('missions/backlog.yaml:8: The dependency "GHOST" → "M1"')
  expect(rows(database, 'SELECT id FROM missions')).toEqual([{ id: 'OLD' }])
  const done = await cmos(['seed', '--data-root', feed])
  expect(done.code).toBe(0)
  expect(done.stdout).toBe(`Seeded SQLite database at ${database}\n`)
  expect(done.stderr).toMatch(/^Left out of the store \(1\):\n {2}missions\/backlog\.yaml:8: /)
  expect(rows(database, 'SELECT id FROM missions')).toEqual([{ id: 'M1' }])
  const { value } = JSON.parse((await cmos(['seed', '--data-root', feed, '--json'])).stdout)
  expect(value).toMatchObject({ tables: { missions: 1 }, safety: expect.stringMatching(/^cmos-/) })
  expect((await cmos(['backup', 'list'])).stdout.match(/before seed/g)).toHaveLength(2)
})

test('a mistyped data root, and a seed of nothing, are refused', { timeout: TIMEOUT }, async () => {
  const { root, database } = workspace()
  const cmos = await commandLine(root)
  const refused = await cmos(['seed', '--data-root', join(root, 'mistyped')])
  expect(refused).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^Error: The data root .* does not exist/),
  })
  expect(await cmos(['seed', '--data-root', tempFolder()])).toMatchObject({ code: 1 })
  expect(rows(database, 'SELECT id FROM missions')).toEqual([{ id: 'OLD' }])
})

test('a workspace of files alone gets its store', { timeout: TIMEOUT }, async () => {
  process.env.CMOS_DESK_USER_DATA = tempFolder()
  const root = writeFiles(tempFolder(), { 'missions/backlog.yaml': PLAN })
  const cmos = await commandLine(root)
  expect((await cmos(['seed'])).code).toBe(0)
  expect((await cmos(['mission', 'status'])).stdout).toContain('- M1: one [Queued]')
})

test('sessions are exported once, and replaced only when that is said', { timeout: TIMEOUT }, async () => {
  const { root } = workspace()
  const cmos = await commandLine(root)
  await cmos(['mission', 'start', 'OLD', '--summary', 'begun'])
  const path = join(root, 'SESSIONS.jsonl')
  expect((await cmos(['db', 'export', 'sessions'])).stdout).toBe(`Exported sessions to ${path}\n`)
  expect(readFileSync(path, 'utf8')).toMatch(/^\{"ts": .*"action": "start".*\}\n$/)
  expect(await cmos(['db', 'export', 'sessions'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--overwrite'),
  })
  expect((await cmos(['db', 'export', 'sessions', '--overwrite'])).code).toBe(0)
  expect((await cmos(['db', 'export', 'sessions', '--recent', '2'])).code).toBe(2)
  const folder = join(tempFolder(), 'all')
  const all = await cmos(['db', 'export', 'all', '--output', folder, '--json'])
  expect(JSON.parse(all.stdout).value.files).toHaveLength(5)
  expect(readdirSync(folder).sort()).toEqual(['PROJECT_CONTEXT.json', 'SESSIONS.jsonl', 'context', 'missions'])
})

test('an older workspace is migrated, store and all', { timeout: TIMEOUT }, async () => {
  const { root, database } = workspace()
  const source = writeFiles(tempFolder(), {
    'SESSIONS.jsonl': '{"ts":"2025-01-01","agent":"old"}\n',
    'PROJECT_CONTEXT.json': '{"project": {"owner": "Ada"}}',
    'context/MASTER_CONTEXT.json': '{}',
  })
  const cmos = await commandLine(root)
  const looked = await cmos(['migrate', '--source', source, '--sync-db', '--dry-run'])
  expect(looked.stdout).toMatch(/^Would migrate .*\nSessions: 0 \+ 1, /)
  expect(existsSync(join(root, 'SESSIONS.jsonl'))).toBe(false)
  const done = await cmos(['migrate', '--source', source, '--sync-db', '--no-backup'])
  expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('Added 1 events to') })
  expect(rows(database, 'SELECT agent FROM session_events')).toEqual([{ agent: 'old' }])
  expect(await cmos(['migrate', '--source', tempFolder()])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Migration failed: Could not locate SESSIONS\.jsonl/),
  })
  expect((await cmos(['migrate'])).code).toBe(2)
})
