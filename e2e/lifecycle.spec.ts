import { cardOf, column, dialog, expectCounts, goTo } from './board-page'
import { expect, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

const missions = [
  { id: 'A1', name: 'Validate the template loader', status: 'In Progress' },
  { id: 'A2', name: 'Split the event schema', status: 'Queued' },
  { id: 'A3', name: 'Measure the retry policy', status: 'Queued' },
]

test('a mission is blocked, freed, put back by undo and freed again by redo', async ({ launchDesk, folder }) => {
  const { page, reply } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  await goTo(page, 'Board')

  await cardOf(page, 'A1').focus()
  await page.keyboard.press('b')
  await dialog(page, 'Block').getByRole('textbox', { name: 'Reason' }).fill('Waits for the signed contract')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page, 'Block')).toHaveCount(0)
  await expect(column(page, 'Blocked').locator('[data-card="A1"]')).toBeVisible()
  await expect(cardOf(page, 'A1')).toContainText('Waits for the signed contract')
  await expectCounts(page, { 'In Progress': 0, Blocked: 1 })

  await goTo(page, 'Triage')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('u')
  await dialog(page, 'Unblock')
    .getByRole('textbox', { name: /Resolution/ })
    .fill('It was signed')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page, 'Unblock')).toHaveCount(0)
  await expect(page.getByRole('option')).toHaveCount(0)

  await goTo(page, 'Board')
  await expectCounts(page, { Blocked: 0 })
  await page.keyboard.press('Control+z')
  await expectCounts(page, { Blocked: 1 })
  await page.keyboard.press('Control+Shift+z')
  await expectCounts(page, { Blocked: 0 })
  await page.keyboard.press('Control+z')
  await expectCounts(page, { Blocked: 1 })
  const detail = await reply('missions.detail', { id: 'A1' })
  expect(detail).toMatchObject({ ok: true, value: { card: { status: 'Blocked' } } })
})

test('completing a mission promotes the next one, once', async ({ launchDesk, folder }) => {
  const { page, reply } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  await goTo(page, 'Board')
  await cardOf(page, 'A1').focus()
  await page.keyboard.press('c')
  await dialog(page, 'Complete').getByRole('textbox').first().fill('Loader validated')
  await page.keyboard.press('Control+Enter')
  await expectCounts(page, { Completed: 1, Current: 1, Queued: 1 })
  const events = await reply('missions.events', { id: 'A1', limit: 10 })
  expect(events).toMatchObject({ ok: true, value: { events: [{ action: 'complete' }] } })
})

test('a card dragged to another column lands there', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  await goTo(page, 'Board')
  await cardOf(page, 'A2').dragTo(column(page, 'Current'))
  await expectCounts(page, { Current: 1, Queued: 1 })
})

test('what was half typed is there when the dialog opens again', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  await goTo(page, 'Board')
  await cardOf(page, 'A2').focus()
  await page.keyboard.press('b')
  await dialog(page, 'Block').getByRole('textbox', { name: 'Reason' }).fill('half a sen')
  await page.keyboard.press('Escape')
  await expect(dialog(page, 'Block')).toHaveCount(0)
  await cardOf(page, 'A2').focus()
  await page.keyboard.press('b')
  await expect(dialog(page, 'Block').getByRole('textbox', { name: 'Reason' })).toHaveValue('half a sen')
})

test('the native menu asks the page for the same things', async ({ launchDesk, folder }) => {
  const { app, page } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  const choose = (id: string) =>
    app.evaluate(({ Menu, BrowserWindow }, word) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(word)
      item?.click(undefined, BrowserWindow.getAllWindows()[0])
      return item?.enabled
    }, id)
  expect(await choose('go.board')).toBe(true)
  await expect(page).toHaveURL(/#\/board/)
  await choose('mission.new')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await choose('help.shortcuts')
  await expect(page.getByRole('dialog')).toContainText(/shortcut/i)
  await page.keyboard.press('Escape')
  await choose('theme.dark')
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
})
