import { expect, onTestFinished, test } from 'vitest'
import { backupTasks } from '../engine/backups/backup-task'
import { listBackups } from '../engine/backups/list-backups'
import type { JobKind, JobOrder, JobOutcome } from '../engine/jobs'
import { tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { keepBackups } from './backup-keeper'
import { createDesk } from './desk'
import type { JobRunner } from './host'

const MINUTE = 60_000

function keptDesk(refusal?: Error) {
  const { database, root } = tempWorkspace("INSERT INTO missions (id, name, status) VALUES ('a', 'A', 'Queued')")
  const userData = tempFolder()
  const clock = { now: Date.parse('2026-01-15T08:00:00Z') }
  let tried = 0
  const create = backupTasks.create
  const runJob: JobRunner = async <K extends JobKind>(_kind: K, order: JobOrder<K>) => {
    tried += 1
    if (refusal !== undefined) throw refusal
    // Nothing but backups is asked of it here.
    return create(order as JobOrder<'backup.create'>, new Date(clock.now)) as JobOutcome<K>
  }
  const host = { chooseFolder: async () => null, openLink: async () => {}, userData, runJob }
  const desk = createDesk({ host, watch: false, now: () => new Date(clock.now) })
  onTestFinished(desk.close)
  const keeper = keepBackups({ desk, userData, now: () => clock.now })
  const backups = () => listBackups({ database, userData }).map(({ reason }) => reason)
  return { desk, root, clock, keeper, backups, tries: () => tried }
}

test('nothing open, nothing backed up', async () => {
  const { keeper, backups } = keptDesk()
  await keeper.look()
  expect(backups()).toEqual([])
})

test('a workspace is backed up when it was not for a day, and a quarter of an hour after a change', async () => {
  const { desk, root, clock, keeper, backups } = keptDesk()
  await desk.openPath(root)
  await keeper.look()
  expect(backups()).toEqual(['automatic'])

  clock.now += 20 * MINUTE
  await keeper.look()
  expect(backups()).toHaveLength(1)

  await desk.call('missions.start', { id: 'a' })
  await keeper.look()
  expect(backups()).toHaveLength(2)

  await desk.call('missions.complete', { id: 'a', notes: '' })
  await keeper.look()
  expect(backups()).toHaveLength(2)
  clock.now += 15 * MINUTE
  await keeper.look()
  expect(backups()).toHaveLength(3)
})

test('a backup that is refused is not tried again at every look', async () => {
  const { desk, root, clock, keeper, tries } = keptDesk(new Error('no space'))
  await desk.openPath(root)
  await expect(keeper.look()).rejects.toThrow('no space')
  await desk.call('missions.start', { id: 'a' })
  await keeper.look()
  expect(tries()).toBe(1)
  clock.now += 15 * MINUTE
  await expect(keeper.look()).rejects.toThrow('no space')
  expect(tries()).toBe(2)
})
