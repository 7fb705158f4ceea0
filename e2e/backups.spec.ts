import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

test('a backup made by the window’s helper process brings a dropped mission back', async ({ launchDesk, folder }) => {
  const root = writeWorkspace(folder, { missions: [{ id: 'M1', name: 'First', status: 'Queued' }] })
  const { reply, userData } = await launchDesk({ workspace: root })
  const made = await reply('backups.create', {})
  if (!made.ok) throw new Error(made.fault.message)
  const { backup } = made.value
  const files = readdirSync(join(userData, 'backups'), { recursive: true }).map(String)
  expect(files.some((file) => file.endsWith(backup.name))).toBe(true)

  await reply('missions.start', { id: 'M1' })
  const current = await reply('workspace.current', {})
  const confirm = current.ok ? (current.value?.name ?? '') : ''
  const restored = await reply('backups.restore', { name: backup.name, confirm })
  expect(restored).toMatchObject({ ok: true, value: { restored: backup.name, quarantine: null } })
  expect(await reply('missions.detail', { id: 'M1' })).toMatchObject({
    ok: true,
    value: { card: { status: 'Queued' } },
  })
  expect(await reply('backups.list', {})).toMatchObject({ ok: true, value: [{ verified: true }, { verified: true }] })
})
