import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { contract } from '../contract/contract'
import type { Change } from '../contract/topics'
import { createStore } from '../store/create-store'
import { execute, NOW, rows, tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { createDesk, type Desk, type DeskOptions } from './desk'

const SQL = "INSERT INTO missions (id, name, status) VALUES ('H1', 'One', 'Queued')"

function desk(options: Partial<DeskOptions> & { folder?: string | null; userData?: string } = {}): Desk {
  const { folder = null, userData = tempFolder(), ...rest } = options
  const host = { chooseFolder: async () => folder, openLink: async () => {}, userData }
  const made = createDesk({ host, watch: false, ...rest })
  onTestFinished(() => made.close())
  return made
}

const recent = async (made: Desk) => {
  const reply = await made.call('workspace.recent', {})
  return reply.ok ? reply.value : reply.fault
}

test('opening describes the workspace and remembers it under an id', async () => {
  const { project, root, database } = tempWorkspace(SQL)
  const userData = tempFolder()
  const opened = await desk({ userData }).openPath(project)
  expect(opened).toMatchObject({
    ok: true,
    value: {
      root,
      database,
      sample: false,
      generation: 'v1',
      writable: true,
      readOnlyReason: null,
      restorable: false,
      missions: 1,
      parking: false,
    },
  })
  const again = desk({ userData })
  expect(await recent(again)).toEqual([
    { id: expect.stringMatching(/^[0-9a-f]{16}$/), name: expect.any(String), root, missing: false },
  ])
  const [entry] = (await recent(again)) as { id: string }[]
  expect(await again.call('workspace.openRecent', { id: entry?.id })).toMatchObject({ ok: true, value: { database } })
  expect(await again.call('workspace.openRecent', { id: database })).toMatchObject({ fault: { code: 'not_found' } })
})

test('a workspace that is gone stays in the list and is marked missing', async () => {
  const { project } = tempWorkspace()
  const made = desk()
  await made.openPath(project)
  rmSync(join(project, 'cmos'), { recursive: true })
  expect(await recent(made)).toMatchObject([{ missing: true }])
})

test('a failure to open leaves the open workspace open', async () => {
  const { project, database } = tempWorkspace(SQL)
  const made = desk()
  await made.openPath(project)
  expect(await made.openPath(tempFolder())).toMatchObject({ ok: false, fault: { code: 'not_a_store' } })
  expect(await made.call('workspace.current', {})).toMatchObject({ value: { database } })
})

test('a folder is created, opened or declined through the dialog only', async () => {
  const folder = tempFolder()
  expect(await desk({ folder }).call('workspace.create', {})).toMatchObject({
    ok: true,
    value: { root: join(folder, 'cmos') },
  })
  expect(await desk({ folder }).call('workspace.create', {})).toMatchObject({ ok: false, fault: { code: 'exists' } })
  expect(await desk({ folder }).call('workspace.open', {})).toMatchObject({ ok: true })
  expect(await desk().call('workspace.open', {})).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
})

test('the sample is fresh each time, marked as one, and older ones are cleared away', async () => {
  const userData = tempFolder()
  const made = desk({ userData })
  expect(await made.call('workspace.openSample', {})).toMatchObject({
    ok: true,
    value: { sample: true, name: 'Sample workspace' },
  })
  expect(await made.call('missions.next', {})).toMatchObject({ ok: true })
  await made.call('workspace.close', {})
  await desk({ userData }).call('workspace.openSample', {})
  expect(readdirSync(join(userData, 'samples'))).toHaveLength(1)
})

test('settings survive, and a damaged file of ours is no reason to stop', async () => {
  const userData = tempFolder()
  await desk({ userData }).call('settings.set', { theme: 'dark' })
  const all = { theme: 'dark', letterShortcuts: true, railFolded: false }
  expect(await desk({ userData }).call('settings.get', {})).toEqual({ ok: true, value: all })
  writeFileSync(join(userData, 'settings.json'), '{"theme": "plaid"')
  expect(await desk({ userData }).call('settings.get', {})).toMatchObject({ ok: true, value: { theme: 'system' } })
})

test.each([
  'http://example.org',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://user:pw@example.org',
  'no link',
  '',
])('a link that is not plainly https is not opened: %s', async (url) => {
  expect(await desk().call('links.open', { url })).toMatchObject({ ok: false, fault: { code: 'invalid_input' } })
})

test('commits of other programs are announced, our own as ours', async () => {
  const { project, database } = tempWorkspace(SQL)
  const made = desk({ watch: true })
  const changes: Change[] = []
  await made.openPath(project)
  made.onChange((change) => changes.push(change))
  await made.call('missions.start', { id: 'H1' })
  expect(changes).toEqual([
    { topics: contract['missions.start'].writes, origin: 'window' },
    { topics: ['audit'], origin: 'window' },
  ])
  changes.length = 0
  execute(database, "UPDATE missions SET notes = 'theirs'")
  await vi.waitFor(() => expect(changes.map(({ origin }) => origin)).toContain('outside'), { timeout: 5_000 })
})

test('a store that was replaced is opened anew, and the old one is never written', async () => {
  const { project, database } = tempWorkspace(SQL)
  const made = desk({ watch: true })
  await made.openPath(project)
  rmSync(database)
  createStore(database, { seededAt: '' })
  await vi.waitFor(
    async () => expect(await made.call('workspace.current', {})).toMatchObject({ ok: true, value: { missions: 0 } }),
    { timeout: 5_000 },
  )
  expect(await made.call('missions.start', { id: 'H1' })).toMatchObject({ ok: false, fault: { code: 'not_found' } })
  expect(rows(database, 'SELECT * FROM session_events')).toEqual([])
})

test('a store that was removed stays readable, says so once, and comes back with the file', async () => {
  const { project, database } = tempWorkspace(SQL)
  const made = desk({ watch: true })
  const changes: Change[] = []
  await made.openPath(project)
  made.onChange((change) => changes.push(change))
  const bytes = readFileSync(database)
  rmSync(database)
  await vi.waitFor(() => expect(changes).toHaveLength(1), { timeout: 5_000 })
  expect(await made.call('workspace.current', {})).toMatchObject({
    value: { writable: false, missions: 1, readOnlyReason: expect.stringMatching(/removed or replaced/) },
  })
  expect(await made.call('missions.start', { id: 'H1' })).toMatchObject({
    ok: false,
    fault: { code: 'store_replaced' },
  })
  writeFileSync(database, bytes)
  await vi.waitFor(
    async () => expect(await made.call('workspace.current', {})).toMatchObject({ value: { writable: true } }),
    { timeout: 5_000 },
  )
  expect(await made.call('missions.start', { id: 'H1' })).toMatchObject({ ok: true })
})

test('a folder chosen in the dialog is not looked for above', async () => {
  const { project } = tempWorkspace(SQL)
  const inside = join(project, 'src')
  mkdirSync(inside)
  expect(await desk({ folder: inside }).call('workspace.open', {})).toMatchObject({ fault: { code: 'not_a_store' } })
})

test('events are counted as they come and go', async () => {
  const { project, database } = tempWorkspace(SQL)
  const made = desk()
  await made.openPath(project)
  const count = async () => {
    const reply = await made.call('workspace.current', {})
    return reply.ok ? reply.value : reply.fault
  }
  expect(await count()).toMatchObject({ sessionEvents: 0 })
  await made.call('missions.start', { id: 'H1' })
  await made.call('missions.complete', { id: 'H1', notes: '' })
  expect(await count()).toMatchObject({ sessionEvents: 2 })
  execute(database, 'DELETE FROM session_events WHERE id = 2')
  expect(await count()).toMatchObject({ sessionEvents: 1 })
})

test('what operators do is kept beside the store, made with the first thing they do', async () => {
  const { project, root } = tempWorkspace(SQL)
  const made = desk({ agent: 'Ada', now: () => NOW })
  const audit = join(root, 'db', 'desk.sqlite')
  await made.openPath(project)
  await made.call('missions.board', { filter: '' })
  await made.call('missions.start', { id: 'nobody' })
  expect(existsSync(audit)).toBe(false)
  await made.call('missions.start', { id: 'H1', summary: 'go' })
  await made.call('sprints.add', { id: 'S1' })
  expect(rows(audit, 'SELECT at, operator, action, missions, detail FROM audit_log ORDER BY id')).toEqual([
    { at: NOW.toISOString(), operator: 'Ada', action: 'missions.start', missions: '["H1"]', detail: 'go' },
    { at: NOW.toISOString(), operator: 'Ada', action: 'sprints.add', missions: '[]', detail: 'S1' },
  ])
})

test('an audit log that cannot be kept fails no action', async () => {
  const { project, root } = tempWorkspace(SQL)
  writeFileSync(join(root, 'db', 'desk.sqlite'), 'no database')
  const failures: unknown[] = []
  const made = desk({ logFailure: (_method, error) => failures.push(error) })
  await made.openPath(project)
  expect(await made.call('missions.start', { id: 'H1' })).toMatchObject({ ok: true })
  expect(failures).toHaveLength(1)
})

test('health is checked, damage is an answer, and a line is left for the operators', async () => {
  const { project } = tempWorkspace(SQL)
  const made = desk()
  await made.openPath(project)
  expect(await made.call('workspace.checkHealth', {})).toMatchObject({ ok: true, value: { ok: true, problems: [] } })
  execute(
    join(project, 'cmos/db/cmos.sqlite'),
    "PRAGMA foreign_keys = OFF; INSERT INTO mission_dependencies VALUES ('H1', 'gone', 'Blocks')",
  )
  expect(await made.call('workspace.checkHealth', {})).toMatchObject({
    value: { ok: false, problems: [expect.stringMatching(/mission_dependencies row \d+ refers to a row of missions/)] },
  })
})
