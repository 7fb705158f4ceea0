import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

const MISSIONS = [
  { id: 'A1', name: 'First', status: 'Queued' },
  { id: 'A2', name: 'Second', status: 'Queued' },
]

test('a backup is made, checked and restored in the window, after its name was typed, and taken back', async ({
  launchDesk,
  folder,
}) => {
  const { page, reply } = await launchDesk({ workspace: writeWorkspace(folder, { missions: MISSIONS }) })
  const current = await reply('workspace.current', {})
  const name = current.ok ? (current.value?.name ?? '') : ''
  await page.goto(`${page.url().split('#')[0]}#/maintain?task=backups`)
  await expect(page.getByText('No backup yet')).toBeVisible()
  await page.getByRole('button', { name: 'Back up now' }).click()
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('Verified')
  await rows
    .nth(1)
    .getByRole('button', { name: /^Verify/ })
    .click()
  await expect(page.getByText('The backup is whole').first()).toBeVisible()

  await reply('missions.start', { id: 'A1' })
  await rows
    .nth(1)
    .getByRole('button', { name: /^Restore/ })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Restore this backup' })
  await expect(dialog.getByRole('list')).toContainText('In Progress')
  await expect(dialog.getByRole('list')).toContainText('Queued')
  const restore = dialog.getByRole('button', { name: 'Back up and restore' })
  await expect(restore).toBeDisabled()
  await dialog.getByRole('textbox').fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The backup was restored.')).toBeVisible()
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('Before a restore')
  expect(await reply('missions.detail', { id: 'A1' })).toMatchObject({ value: { card: { status: 'Queued' } } })

  await rows
    .nth(1)
    .getByRole('button', { name: /^Restore/ })
    .click()
  await expect(dialog.getByRole('list')).toContainText('In Progress')
  await dialog.getByRole('textbox').fill(name)
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => reply('missions.detail', { id: 'A1' }))
    .toMatchObject({ value: { card: { status: 'In Progress' } } })
})

test('the audit log tells who did what, is filtered, and exported without secrets; looking creates nothing', async ({
  launchDesk,
  folder,
}) => {
  const root = writeWorkspace(folder, { missions: MISSIONS })
  const { app, page, reply } = await launchDesk({ workspace: root })
  await page.goto(`${page.url().split('#')[0]}#/audit`)
  await expect(page.getByText('Nothing was done in this window yet')).toBeVisible()
  expect(readdirSync(join(root, 'db'))).toEqual(['cmos.sqlite'])

  const secret = `ghp_${'Zx81'.repeat(9)}`
  await reply('missions.start', { id: 'A1', summary: 'Starting' })
  await reply('missions.start', { id: 'A2', summary: `=with ${secret}` })
  await reply('contexts.addDecision', { text: 'One clock for all' })
  const rows = page.getByRole('table', { name: 'Audit log' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  await expect(rows.nth(1)).toContainText('Context: add decision')
  await expect(rows.nth(1)).toContainText('One clock for all')
  await page.getByRole('combobox', { name: 'Mission id' }).fill('A2')
  await page.keyboard.press('Escape')
  await expect(rows).toHaveCount(2)

  const target = join(folder, 'exported')
  mkdirSync(target, { recursive: true })
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, target)
  await page.getByRole('button', { name: 'Export…' }).click()
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  await expect(page.getByText(/Exported 1 entry/).first()).toBeVisible()
  const [file = ''] = readdirSync(target)
  const text = readFileSync(join(target, file), 'utf8')
  expect(text).toContain("'=with")
  expect(text).not.toContain(secret)
})
