import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cardOf, column, goTo } from './board-page'
import { type Desk, expect, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

/** Stands in for the operator in the native folder dialog; nothing else can. */
async function willChoose(desk: Desk, folder: string | null): Promise<void> {
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: path === null, filePaths: path === null ? [] : [path] })
  }, folder)
}

test('the first launch offers three ways in, and the sample is one click away', async ({ launchDesk }) => {
  const { page } = await launchDesk()
  await expect(page.getByRole('button', { name: /Open workspace/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /New workspace/ })).toBeVisible()
  await page.getByRole('button', { name: /Try the sample/ }).click()
  await expect(page.getByRole('heading', { name: /need/ })).toBeVisible()
  await goTo(page, 'Board')
  await expect(column(page, 'Blocked').locator('[data-card]').first()).toBeVisible()
  await goTo(page, 'Triage')
  await expect(page.getByRole('option').first()).toBeVisible()
})

test('a closed dialog changes nothing and says nothing', async ({ launchDesk }) => {
  const desk = await launchDesk()
  await willChoose(desk, null)
  await desk.page.getByRole('button', { name: /Open workspace/ }).click()
  await expect(desk.page.getByRole('button', { name: /Open workspace/ })).toBeEnabled()
  await expect(desk.page.getByRole('alert')).toHaveCount(0)
})

test('a folder without a workspace is refused in a sentence', async ({ launchDesk, folder }) => {
  const desk = await launchDesk()
  await willChoose(desk, folder)
  await desk.page.getByRole('button', { name: /Open workspace/ }).click()
  await expect(desk.page.getByText(/no CMOS workspace/)).toBeVisible()
})

test('a new workspace is created where the operator says, and is open the next time', async ({
  launchDesk,
  folder,
}) => {
  const place = join(folder, 'project')
  mkdirSync(place)
  const desk = await launchDesk()
  await willChoose(desk, place)
  await desk.page.getByRole('button', { name: /New workspace/ }).click()
  await desk.page.getByRole('textbox', { name: 'Project name' }).fill('Grey Seal')
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  expect(existsSync(join(place, 'cmos', 'db', 'cmos.sqlite'))).toBe(true)
  await desk.close()

  const again = await launchDesk({ userData: desk.userData })
  await expect(again.page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  const reply = await again.reply('workspace.current', {})
  expect(reply).toMatchObject({ ok: true, value: { root: join(place, 'cmos'), name: 'Grey Seal', missions: 1 } })
})

test('a workspace given on the command line opens; a second start only brings the window forward', async ({
  launchDesk,
  folder,
}) => {
  const workspace = writeWorkspace(folder, { missions: [{ id: 'A1', name: 'First', status: 'Queued' }] })
  const desk = await launchDesk({ workspace })
  await goTo(desk.page, 'Board')
  await expect(cardOf(desk.page, 'A1')).toBeVisible()
  const windows = await desk.app.evaluate(({ app, BrowserWindow }) => {
    app.emit('second-instance', {}, ['electron', '.', '--workspace=/tmp/elsewhere'], '/tmp')
    return BrowserWindow.getAllWindows().length
  })
  expect(windows).toBe(1)
  await expect(cardOf(desk.page, 'A1')).toBeVisible()
})

test('a workspace that is not there leads to the first page with the reason', async ({ launchDesk, folder }) => {
  const desk = await launchDesk({ workspace: join(folder, 'nowhere') })
  await expect(desk.page.getByRole('button', { name: /Try the sample/ })).toBeVisible()
})
