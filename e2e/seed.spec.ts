import { appendFileSync, cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './desk'
import { goToTask, sampleRoot, willChoose } from './maintain-page'

test('a seed shows what it cannot read, backs up what it replaces, and runs once the name is typed', async ({
  launchDesk,
  folder,
}) => {
  const desk = await launchDesk({ sample: true })
  const { page, reply } = desk
  const root = await sampleRoot(desk)
  expect(await reply('exports.write', { what: 'all', to: 'workspace', overwrite: true })).toMatchObject({ ok: true })
  const data = join(folder, 'data')
  cpSync(root, data, { recursive: true })
  appendFileSync(join(data, 'SESSIONS.jsonl'), '{"ts": "2026-01-01T00:00:00Z", "action"\n["no event"]\n')
  await willChoose(desk, data)
  const stored = () => readFileSync(join(root, 'db', 'cmos.sqlite'))
  const bytes = stored()
  const before = await reply('workspace.current', {})

  await goToTask(page, /Import/, 'Import (seed)')
  await page.getByRole('button', { name: /Another folder/ }).click()
  const unread = page.getByRole('table', { name: 'What could not be read' })
  await expect(unread).toContainText('SESSIONS.jsonl')
  await expect(unread.getByRole('row').filter({ hasText: 'SESSIONS.jsonl' })).toHaveCount(2)
  await expect(page.getByRole('table', { name: 'Files that are read' })).toContainText('missions/backlog.yaml')
  expect(stored().equals(bytes)).toBe(true)

  const field = page.getByRole('textbox', { name: /Replace the store/ })
  await expect(page.getByRole('button', { name: 'Back up and replace' })).toBeDisabled()
  await field.fill('Sample workspace')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The store was made anew from the files.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/^What was there is kept as cmos-/)).toBeVisible()
  expect(await reply('backups.list', {})).toMatchObject({ ok: true, value: [{ verified: true }] })
  const after = await reply('workspace.current', {})
  const missions = (answer: typeof before) => (answer.ok ? answer.value?.missions : undefined)
  expect(missions(after)).toBe(missions(before))
})

test('a folder that is not chosen changes nothing and says nothing', async ({ launchDesk }) => {
  const desk = await launchDesk({ sample: true })
  await willChoose(desk, null)
  await goToTask(desk.page, /Import/, 'Import (seed)')
  await desk.page.getByRole('button', { name: /Another folder/ }).click()
  await expect(desk.page.getByRole('button', { name: /Another folder/ })).toBeEnabled()
  await expect(desk.page.getByRole('alert')).toHaveCount(0)
})
