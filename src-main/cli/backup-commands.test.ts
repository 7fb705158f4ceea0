import { rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { commandLine } from '../testing/command-line'
import { execute, rows, tempFolder, tempWorkspace } from '../testing/temp-workspace'

const TIMEOUT = 60_000
const MISSIONS = "INSERT INTO missions (id, name, status) VALUES ('a', 'A', 'Queued'), ('b', 'B', 'Queued')"

beforeEach(() => {
  vi.stubEnv('CMOS_DESK_USER_DATA', tempFolder())
  return () => vi.unstubAllEnvs()
})

test('a backup is made, listed, verified, and restored only after a yes', { timeout: TIMEOUT }, async () => {
  const { root, database } = tempWorkspace(MISSIONS)
  const cmos = await commandLine(root)
  expect((await cmos(['backup', 'list'])).stdout).toContain('There are no backups')
  expect(await cmos(['backup', 'restore'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no verified backup'),
  })
  const made = JSON.parse((await cmos(['backup', 'create', '--json'])).stdout)
  expect(made).toMatchObject({ ok: true, value: { verified: true, removed: [], tables: { missions: 2 } } })
  expect((await cmos(['backup', 'list'])).stdout).toContain(`- ${made.value.name} [verified]`)
  expect((await cmos(['backup', 'verify'])).stdout).toContain(`Backup ${made.value.name} is whole`)

  execute(database, "DELETE FROM missions WHERE id = 'a'")
  const unasked = await cmos(['backup', 'restore'])
  expect(unasked).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('missions: 1 -> 2 rows') })
  const name = basename(dirname(root))
  expect(await cmos(['backup', 'restore', '--confirm', 'other'])).toMatchObject({
    code: 1,
    stderr: `Error: The workspace is called ${name}. Nothing was changed.\n`,
  })
  expect(rows(database, 'SELECT id FROM missions')).toEqual([{ id: 'b' }])

  const restored = await cmos(['backup', 'restore', made.value.name, '--confirm', name])
  expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('missions: 1 -> 2 rows') })
  expect(rows(database, 'SELECT id FROM missions')).toHaveLength(2)
  expect(rows(join(dirname(database), 'desk.sqlite'), 'SELECT action, detail FROM audit_log')).toEqual([
    { action: 'backups.restore', detail: expect.stringContaining(`${made.value.name}; kept: cmos-`) },
  ])
})

test('a store that is gone is backed up by nobody, and comes back with --yes', { timeout: TIMEOUT }, async () => {
  const { root, database } = tempWorkspace(MISSIONS)
  const cmos = await commandLine(root)
  await cmos(['backup', 'create'])
  rmSync(database)
  expect(await cmos(['backup', 'create'])).toMatchObject({
    code: 1,
    stderr: `Error: Database does not exist: ${database}\n`,
  })
  expect(JSON.parse((await cmos(['backup', 'restore', '--yes', '--json'])).stdout)).toMatchObject({
    ok: true,
    value: { safety: null, quarantine: null },
  })
  expect(rows(database, 'SELECT id FROM missions')).toHaveLength(2)
})
