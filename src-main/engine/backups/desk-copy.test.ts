import { appendFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { execute, NOW, openedWorkspace, rows, tempFolder } from '../../testing/temp-workspace'
import { setContext } from '../contexts/set-context'
import { archiveSnapshots } from '../snapshots/archive-snapshots'
import { historyOf } from '../snapshots/snapshot-history'
import { openWorkspace } from '../workspace'
import { backupFolder } from './backup-folder'
import { backupTasks } from './backup-task'

const MASTER = 'master_context'

/** A workspace with forty texts of the master context, most of them archived, and a backup of it. */
function backedUp() {
  const { scope, database, workspace } = openedWorkspace()
  for (let turn = 0; turn < 40; turn += 1) setContext(scope, { id: MASTER, text: `{"turn": ${turn}}` })
  expect(archiveSnapshots(workspace.store, NOW)).toBeGreaterThan(20)
  workspace.close()
  const place = { database, userData: tempFolder() }
  const { backup } = backupTasks.create(place)
  return { ...place, name: backup.name, desk: join(dirname(database), 'desk.sqlite') }
}

function history(database: string): string[] {
  const place = { root: dirname(dirname(database)), database }
  const { store, close } = openWorkspace(place, { mode: 'read-only', busyTimeout: 500 })
  try {
    return store.read((reader) => {
      const found = historyOf(store, reader, MASTER)
      return found.page({ limit: 100 }).map(({ id }) => found.version(id)?.text ?? '')
    })
  } finally {
    close()
  }
}

test('a backup holds the archived snapshots too, and brings them back where they are gone', async () => {
  const { desk, ...named } = backedUp()
  const before = history(named.database)
  rmSync(desk)
  expect(history(named.database).length).toBeLessThan(before.length)
  expect((await backupTasks.restore(named)).warnings).toEqual([])
  expect(history(named.database)).toEqual(before)
})

test('what the desk database holds meanwhile stays, and lacks nothing afterwards', async () => {
  const { desk, ...named } = backedUp()
  const before = history(named.database)
  execute(
    desk,
    `DELETE FROM snapshot_batches; DELETE FROM snapshot_bases;
     INSERT INTO audit_log (at, operator, action, missions) VALUES ('2026-01-01T00:00:00Z', 'ann', 'missions.start', '[]')`,
  )
  await backupTasks.restore(named)
  expect(history(named.database)).toEqual(before)
  expect(rows(desk, 'SELECT operator FROM audit_log')).toEqual([{ operator: 'ann' }])
  const batches = rows(desk, 'SELECT * FROM snapshot_batches')
  await backupTasks.restore(named)
  expect(rows(desk, 'SELECT * FROM snapshot_batches')).toEqual(batches)
})

test('a store is restored even when the archive beside its backup was changed, which is said', async () => {
  const { desk, ...named } = backedUp()
  rmSync(desk)
  appendFileSync(join(backupFolder(named), named.name.replace('.sqlite', '.desk.sqlite')), 'x')
  const { warnings } = await backupTasks.restore(named)
  expect(warnings.join()).toMatch(/Older snapshots .* were not brought back/)
  expect(existsSync(desk)).toBe(false)
})

test('a broken desk database keeps nobody from backing the store up', () => {
  const { desk, database, userData } = backedUp()
  rmSync(desk)
  appendFileSync(desk, 'no database at all, though long enough to be taken for one '.repeat(20))
  expect(backupTasks.create({ database, userData }).backup.verified).toBe(true)
})

test('the archive beside a backup goes with it', () => {
  const { database, userData, name } = backedUp()
  const day = (hour: number) => new Date(Date.UTC(2100, 0, 15, hour))
  for (const hour of [1, 2, 3, 4]) backupTasks.create({ database, userData }, day(hour))
  const left = readdirSync(backupFolder({ database, userData }))
  expect(left.filter((file) => file.endsWith('.desk.sqlite'))).toHaveLength(
    left.filter((file) => /Z\.sqlite$/.test(file)).length,
  )
  expect(left).not.toContain(name.replace('.sqlite', '.json'))
})
