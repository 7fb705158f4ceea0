import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod/mini'
import type { Input, Output } from '../contract/contract'
import { seedingMethods } from '../contract/seeding'
import { runJobsHere } from '../testing/jobs-here'
import { execute, rows, tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { backlogText, writeFiles } from '../testing/workspace-files'
import { createDesk } from './desk'

type SeedingMethod = keyof typeof seedingMethods

const PLAN = backlogText('sprints:\n- {sprintId: S, title: t, missions: [{id: M1, name: one, status: Queued}]}')

async function openDesk(folder: string | null) {
  let asked = 0
  const { database, root } = tempWorkspace("INSERT INTO missions (id, name, status) VALUES ('OLD', 'old', 'Queued')")
  const host = {
    chooseFolder: async () => {
      asked += 1
      return folder
    },
    openLink: async () => {},
    userData: tempFolder(),
    runJob: runJobsHere,
  }
  const desk = createDesk({ host, watch: false })
  onTestFinished(desk.close)
  const opened = await desk.openPath(root)
  const call = async <M extends SeedingMethod>(method: M, input: Input<M>) => {
    const reply = await desk.call(method, input)
    if (reply.ok) z.parse(seedingMethods[method].output, reply.value)
    // The output was parsed by the contract of this method.
    return reply.ok ? { value: reply.value as Output<M>, code: 'ok' } : { value: null, ...reply.fault }
  }
  return { desk, call, asked: () => asked, database, root, name: opened.ok ? opened.value.name : '' }
}

test('a store is seeded from a chosen folder once its plan was seen and its name typed', async () => {
  const { call, desk, database, name } = await openDesk(writeFiles(tempFolder(), { 'missions/backlog.yaml': PLAN }))
  const { value } = await call('seeding.preview', { from: 'folder' })
  expect(value?.plan).toMatchObject({ tables: { missions: 1 }, leftOut: [] })
  expect(rows(database, 'SELECT id FROM missions')).toEqual([{ id: 'OLD' }])
  const preview = value?.preview ?? ''
  expect((await call('seeding.run', { preview, confirm: 'something else' })).code).toBe('invalid_input')
  expect((await call('seeding.run', { preview: 'made up', confirm: name })).code).toBe('not_found')
  expect((await call('seeding.run', { preview, confirm: name })).value).toMatchObject({ safety: expect.any(String) })
  expect(rows(database, 'SELECT id FROM missions')).toEqual([{ id: 'M1' }])
  const board = await desk.call('missions.next', {})
  expect(board).toMatchObject({ ok: true, value: { card: { id: 'M1' } } })
})

test('a dialog that is closed changes nothing', async () => {
  const { call } = await openDesk(null)
  expect((await call('seeding.preview', { from: 'folder' })).code).toBe('cancelled')
  expect((await call('migration.preview', { store: true })).code).toBe('cancelled')
})

test('an older workspace is previewed and added', async () => {
  const source = writeFiles(tempFolder(), {
    'SESSIONS.jsonl': '{"ts":"2025-01-01","agent":"old"}\n',
    'PROJECT_CONTEXT.json': '{}',
    'context/MASTER_CONTEXT.json': '{}',
  })
  const { call, database } = await openDesk(source)
  const { value } = await call('migration.preview', { store: true })
  expect(value?.report).toMatchObject({ store: { added: 1 }, sessions: { merged: 1 } })
  await call('migration.run', { preview: value?.preview ?? '', store: true })
  expect(rows(database, 'SELECT agent FROM session_events')).toEqual([{ agent: 'old' }])
})

test('views are exported to a chosen folder, and not over what is there', async () => {
  const folder = tempFolder()
  const { call, database } = await openDesk(folder)
  execute(database, "INSERT INTO session_events (raw_event) VALUES ('{}')")
  const order = { what: 'all', to: 'folder', overwrite: false } as const
  const { value } = await call('exports.write', order)
  expect(value?.files.map(({ path }) => path)).toContain(join(folder, 'SESSIONS.jsonl'))
  expect(readdirSync(folder)).toContain('missions')
  expect((await call('exports.write', order)).code).toBe('exists')
})

test('a folder is chosen once: to overwrite what is in the way there asks for none again', async () => {
  const { call, asked } = await openDesk(writeFiles(tempFolder(), { 'missions/backlog.yaml': 'mine: true' }))
  const order = { what: 'backlog', to: 'folder', overwrite: false } as const
  const refused = await call('exports.write', order)
  expect(refused).toMatchObject({ code: 'exists', details: { chosen: expect.any(String) } })
  const chosen = 'details' in refused ? refused.details.chosen : undefined
  const again = { ...order, overwrite: true, ...(chosen !== undefined && { chosen }) }
  expect((await call('exports.write', again)).value?.files).toMatchObject([{ replaced: true }])
  expect(asked()).toBe(1)
  const elsewhere = await openDesk(tempFolder())
  await elsewhere.call('exports.write', again)
  expect(elsewhere.asked()).toBe(1)
})
