import { expect, onTestFinished, test } from 'vitest'
import { type BackupOrders, type BackupOutcomes, type BackupTaskName, backupTasks } from '../engine/backups/backup-task'
import { listBackups } from '../engine/backups/list-backups'
import { tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { keepBackups } from './backup-keeper'
import { createDesk } from './desk'
import type { BackupRunner } from './host'

const MINUTE = 60_000

function keptDesk() {
  const { database, root } = tempWorkspace("INSERT INTO missions (id, name, status) VALUES ('a', 'A', 'Queued')")
  const userData = tempFolder()
  const clock = { now: Date.parse('2026-01-15T08:00:00Z') }
  const host = { chooseFolder: async () => null, openLink: async () => {}, userData }
  const desk = createDesk({ host, watch: false, now: () => new Date(clock.now) })
  onTestFinished(desk.close)
  const runBackup: BackupRunner = async <T extends BackupTaskName>(task: T, place: BackupOrders[T]) =>
    (await backupTasks[task]({ name: '', ...place }, new Date(clock.now))) as BackupOutcomes[T]
  const keeper = keepBackups({ desk, userData, runBackup, now: () => clock.now })
  const backups = () => listBackups({ database, userData }).map(({ reason }) => reason)
  return { desk, root, clock, keeper, backups }
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
  const { desk, root, clock } = keptDesk()
  await desk.openPath(root)
  let tried = 0
  const runBackup: BackupRunner = async () => {
    tried += 1
    throw new Error('no space')
  }
  const keeper = keepBackups({ desk, userData: tempFolder(), runBackup, now: () => clock.now })
  await expect(keeper.look()).rejects.toThrow('no space')
  await desk.call('missions.start', { id: 'a' })
  await keeper.look()
  expect(tried).toBe(1)
  clock.now += 15 * MINUTE
  await expect(keeper.look()).rejects.toThrow('no space')
  expect(tried).toBe(2)
})
