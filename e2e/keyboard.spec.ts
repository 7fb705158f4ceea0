import { cardOf, column, dialog, expectCounts } from './board-page'
import { expect, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

const missions = [
  { id: 'A1', name: 'Validate the template loader', status: 'Queued' },
  { id: 'A2', name: 'Split the event schema', status: 'Queued' },
  { id: 'A3', name: 'Measure the retry policy', status: 'Blocked', notes: 'BLOCKED: Waits for access' },
]

test('from launch to unblocked in three key presses and a sentence', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  await expect(page.getByRole('heading', { name: /need/ })).toBeVisible()
  await expect(page.locator('[data-row]').first()).toBeFocused()
  await page.keyboard.press('u')
  await expect(dialog(page, 'Unblock')).toBeVisible()
  await page.keyboard.type('Access was granted')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-row]')).toHaveCount(0)
})

test('the whole board works by keys: walk, open, select, move and put back', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  await page.keyboard.press('Control+2')
  await expect(page).toHaveURL(/#\/board/)
  await cardOf(page, 'A1').focus()
  await page.keyboard.press('ArrowDown')
  await expect(cardOf(page, 'A2')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(cardOf(page, 'A3')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Mission' })
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)

  await cardOf(page, 'A1').focus()
  await page.keyboard.press('x')
  await expect(cardOf(page, 'A1')).toHaveAttribute('aria-label', /selected/)
  await page.keyboard.press('x')

  await page.keyboard.press('m')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  await expectCounts(page, { Queued: 2, Current: 0 })

  await page.keyboard.press('m')
  await page.keyboard.press('ArrowRight')
  await expect(column(page, 'Current').locator('[data-card="A1"]')).toBeFocused()
  await page.keyboard.press(' ')
  await expectCounts(page, { Queued: 1, Current: 1 })
})

test('the palette finds missions and commands, and gives the focus back', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  await page.keyboard.press('Control+2')
  await cardOf(page, 'A1').focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('retry')
  await expect(page.getByRole('option', { name: /Measure the retry policy/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cardOf(page, 'A1')).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('triage')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/triage/)
})

test('a menu gives the focus back to its card', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  await page.keyboard.press('Control+2')
  await cardOf(page, 'A2').focus()
  await page.keyboard.press('s')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cardOf(page, 'A2')).toBeFocused()
})
