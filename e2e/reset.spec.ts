import { existsSync } from 'node:fs'
import { expect, test } from './desk'
import { goToTask, sampleRoot } from './maintain-page'
import { holdStore } from './other-programs'

test('a reset wants the name, keeps everything, and leaves a sound empty workspace', async ({ launchDesk }) => {
  const desk = await launchDesk({ sample: true })
  const { page, reply } = desk
  await goToTask(page, /Reset/, 'Reset to a starter')
  const button = page.getByRole('button', { name: 'Back up and reset' })
  const field = page.getByRole('textbox', { name: /type its name/ })
  await expect(page.getByRole('table', { name: /Files that go/ })).toBeVisible()
  await expect(button).toBeDisabled()
  await field.fill('sample workspace')
  await expect(page.getByText('It is called Sample workspace')).toBeVisible()
  await expect(button).toBeDisabled()
  await field.fill('Sample workspace')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Sample workspace was reset.', { exact: true })).toBeVisible({ timeout: 20_000 })
  expect(await reply('workspace.current', {})).toMatchObject({ ok: true, value: { missions: 0, sessionEvents: 0 } })
  const backups = await reply('backups.list', {})
  expect(backups).toMatchObject({ ok: true, value: [{ verified: true, reason: 'before reset' }] })
  const kept = await page.getByText(/Files kept in/).textContent()
  expect(existsSync(kept?.replace('Files kept in ', '').trim() ?? '')).toBe(true)
  expect(await reply('workspace.checkHealth', {})).toMatchObject({ ok: true, value: { ok: true } })
  expect(await reply('files.parity', {})).toMatchObject({ ok: true, value: { inStep: true } })
})

test('a reset is refused while another program holds the store, and nothing goes', async ({ launchDesk }) => {
  const desk = await launchDesk({ sample: true })
  const { page, reply } = desk
  const root = await sampleRoot(desk)
  await goToTask(page, /Reset/, 'Reset to a starter')
  await page.getByRole('textbox', { name: /type its name/ }).fill('Sample workspace')
  const release = holdStore(root)
  await page.getByRole('button', { name: 'Back up and reset' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Another program holds', { timeout: 30_000 })
  release()
  const current = await reply('workspace.current', {})
  expect(current.ok && (current.value?.missions ?? 0)).toBeGreaterThan(0)
})
