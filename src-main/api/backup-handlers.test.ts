import { readdirSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod/mini'
import { backupMethods } from '../contract/backups'
import type { Input, Method, Output } from '../contract/contract'
import type { Change } from '../contract/topics'
import { runJobsHere } from '../testing/jobs-here'
import { execute, rows, tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { createDesk } from './desk'
import type { Host } from './host'

const MISSIONS = "INSERT INTO missions (id, name, status) VALUES ('a', 'A', 'Queued'), ('b', 'B', 'Queued')"

async function openDesk(extra: Partial<Host> = { runJob: runJobsHere }) {
  const { database, root } = tempWorkspace(MISSIONS)
  const userData = tempFolder()
  const host = { chooseFolder: async () => null, openLink: async () => {}, userData, ...extra }
  const desk = createDesk({ host, watch: false })
  onTestFinished(desk.close)
  await desk.openPath(root)
  const changes: Change[] = []
  desk.onChange((change) => changes.push(change))
  const call = async <M extends Method & keyof typeof backupMethods>(method: M, input: Input<M>) => {
    const reply = await desk.call(method, input)
    if (reply.ok) z.parse(backupMethods[method].output, reply.value)
    // The output was parsed by the contract of this method.
    return reply.ok ? { value: reply.value as Output<M>, code: 'ok' } : { value: null, code: reply.fault.code }
  }
  return { desk, call, changes, database, userData }
}

test('a backup is made, listed, verified and restored through the door', async () => {
  const { desk, call, changes, database } = await openDesk()
  expect((await call('backups.list', {})).value).toEqual([])
  const { value } = await call('backups.create', {})
  const name = value?.backup.name ?? ''
  expect(changes).toContainEqual({ topics: ['backups'], origin: 'window' })
  expect(changes).toContainEqual({ topics: ['jobs'], origin: 'window' })
  expect((await call('backups.list', {})).value).toMatchObject([{ name, verified: true }])
  expect((await call('backups.verify', { name })).value).toMatchObject({ ok: true })
  execute(database, "DELETE FROM missions WHERE id = 'a'")
  const current = await desk.call('workspace.current', {})
  const confirm = current.ok ? (current.value as Output<'workspace.current'>)?.name : ''
  expect((await call('backups.restore', { name, confirm: confirm ?? '' })).value).toMatchObject({
    restored: name,
    changes: [{ table: 'missions', before: 1, after: 2 }],
  })
  expect(
    changes.some(({ topics }) =>
      ['backups', 'missions', 'workspace'].every((one) => topics.some((topic) => topic === one)),
    ),
  ).toBe(true)
  expect(await desk.call('workspace.current', {})).toMatchObject({ ok: true, value: { missions: 2 } })
})

test('a restore that is not confirmed by the name changes nothing', async () => {
  const { call, database } = await openDesk()
  const { value } = await call('backups.create', {})
  execute(database, "DELETE FROM missions WHERE id = 'a'")
  expect((await call('backups.restore', { name: value?.backup.name ?? '', confirm: 'yes' })).code).toBe('invalid_input')
  expect(rows(database, 'SELECT id FROM missions')).toEqual([{ id: 'b' }])
})

test('a page cannot name a file by a path', async () => {
  const { call } = await openDesk()
  expect((await call('backups.verify', { name: '../../etc/passwd' })).code).toBe('not_found')
  expect((await call('backups.verify', { name: '' })).code).toBe('invalid_input')
})

test('without a helper process backups are refused, and looking creates no folder', async () => {
  const { call, userData } = await openDesk({})
  const before = readdirSync(userData)
  expect((await call('backups.list', {})).value).toEqual([])
  expect((await call('backups.create', {})).code).toBe('unsupported')
  expect(readdirSync(userData)).toEqual(before)
})
