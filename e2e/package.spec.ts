import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Desk, expect, test } from './desk'
import { askForPath, goToTask, openTask, sampleRoot } from './maintain-page'

/** Shaped like the real thing, so that the detector takes it for one; it opens nothing. */
const KEY = ['AKIA', 'Q3EGZ7XK', 'W2VN5RTB'].join('')

async function plant(desk: Desk, name: string, text: string): Promise<string> {
  const root = await sampleRoot(desk)
  mkdirSync(join(root, 'docs'), { recursive: true })
  writeFileSync(join(root, 'docs', name), text)
  return root
}

function packagesIn(root: string): string[] {
  try {
    return readdirSync(join(root, 'dist'))
  } catch {
    return []
  }
}

const packageButton = (page: Page) => page.getByRole('button', { name: 'Package', exact: true })

test('a starter with a planted secret is packed only after the finding was waived by name', async ({ launchDesk }) => {
  const desk = await launchDesk({ sample: true })
  const { page } = desk
  const root = await plant(desk, 'keys.md', `# Keys\n\naws_access_key_id = ${KEY}\n`)
  await openTask(page, 'Control+Shift+E', 'Package a starter')
  await expect(page.getByText('docs/keys.md').first()).toBeVisible()
  await expect(page.getByText('line 3')).toBeVisible()
  expect(await page.content()).not.toContain(KEY)
  await expect(packageButton(page)).toBeDisabled()

  for (const field of await page.getByRole('textbox', { name: 'Why it is no secret' }).all()) {
    await field.fill('an example in the guide')
  }
  await goToTask(page, /Export/, 'Export')
  await goToTask(page, /Package/, 'Package a starter')
  await expect(page.getByRole('textbox', { name: 'Waived, because' }).first()).toHaveValue('an example in the guide')
  await packageButton(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('packaged, read back and verified')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/the store was backed up as cmos-/)).toBeVisible()
  const made = packagesIn(root)
  expect(made.filter((name) => name.endsWith('.tar.gz'))).toHaveLength(1)
  await expect(
    page.getByText(made.find((name) => name.endsWith('.tar.gz')) ?? '', { exact: false }).first(),
  ).toBeVisible()

  const revealed = await askForPath(desk, () => page.getByRole('button', { name: 'Reveal', exact: true }).click())
  expect(revealed).toMatch(/dist.cmos-starter-.*\.tar\.gz$/)
  await page.getByRole('button', { name: /Copy the checksum/ }).click()
  const sums = made.find((name) => name.endsWith('.sha256')) ?? ''
  const shown = await page.locator('[title][class*=selectable]', { hasText: '…' }).first().getAttribute('title')
  expect(readFileSync(join(root, 'dist', sums), 'utf8')).toContain(shown ?? 'nothing')
})

test('a package that is cancelled leaves nothing behind', async ({ launchDesk }) => {
  const desk = await launchDesk({ sample: true })
  const { page } = desk
  const root = await plant(desk, 'first.md', '# First\n')
  for (let count = 0; count < 3_000; count++) writeFileSync(join(root, 'docs', `page-${count}.md`), `# Page ${count}\n`)
  await openTask(page, 'Control+Shift+E', 'Package a starter')
  await expect(packageButton(page)).toBeEnabled({ timeout: 60_000 })
  await packageButton(page).click()
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click()
  await expect(
    page
      .getByRole('main')
      .getByText(/stopped|cancelled/i)
      .first(),
  ).toBeVisible({ timeout: 20_000 })
  expect(packagesIn(root)).toEqual([])
  await expect(packageButton(page)).toBeEnabled()
})

test('a helper process that dies ends its job with a sentence, and the window goes on', async ({ launchDesk }) => {
  const desk = await launchDesk({ sample: true })
  const { app, page } = desk
  const root = await plant(desk, 'first.md', '# First\n')
  for (let count = 0; count < 3_000; count++) writeFileSync(join(root, 'docs', `page-${count}.md`), `# Page ${count}\n`)
  await openTask(page, 'Control+Shift+E', 'Package a starter')
  await expect(packageButton(page)).toBeEnabled({ timeout: 60_000 })
  await packageButton(page).click()
  const helper = () =>
    app.evaluate(({ app: electron }) => {
      const found = electron
        .getAppMetrics()
        .find(({ serviceName, name }) => `${serviceName} ${name}`.includes('starter.package'))
      return found?.pid ?? 0
    })
  await expect.poll(helper).not.toBe(0)
  process.kill(await helper(), 'SIGKILL')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('ended before its job was done')
  expect(packagesIn(root).filter((name) => name.endsWith('.tar.gz'))).toEqual([])
  await expect(packageButton(page)).toBeEnabled()
  await packageButton(page).click()
  await expect(page.getByText('packaged, read back and verified')).toBeVisible({ timeout: 60_000 })
})

test('a job goes on while another view is open, and leaving asks first', async ({ launchDesk }) => {
  const desk = await launchDesk({ sample: true })
  const { app, page } = desk
  const root = await plant(desk, 'first.md', '# First\n')
  for (let count = 0; count < 3_000; count++) writeFileSync(join(root, 'docs', `page-${count}.md`), `# Page ${count}\n`)
  await openTask(page, 'Control+Shift+E', 'Package a starter')
  await expect(packageButton(page)).toBeEnabled({ timeout: 60_000 })
  await packageButton(page).click()
  await page.keyboard.press('Control+2')
  const status = page.getByRole('contentinfo').getByRole('button', { name: /Packaging/ })
  await expect(status).toBeVisible()
  const asked = await app.evaluate(async ({ BrowserWindow, dialog }) => {
    let question = ''
    dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
      question = options.message
      return { response: 0, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
    BrowserWindow.getAllWindows()[0]?.close()
    await new Promise((done) => setTimeout(done, 50))
    return question
  })
  expect(asked).toContain('still running')
  await status.click()
  await expect(page.getByRole('dialog', { name: 'Jobs' })).toBeVisible()
  await expect(page.getByRole('dialog', { name: 'Jobs' }).getByText(/Packed/)).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+9')
  await expect(page.getByText('packaged, read back and verified')).toBeVisible()
})
