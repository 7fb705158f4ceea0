import type { Page } from '@playwright/test'
import { cardOf, column, dialog, expectCounts, goTo } from './board-page'
import { expect, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

const rows = {
  sprints: [
    ['S1', 'Foundation', 'Active'],
    ['S2', 'Polish', 'Planned'],
  ] as const,
  missions: [
    { id: 'A1', name: 'Validate the template loader', status: 'Queued', sprint: 'S1' },
    { id: 'A2', name: 'Split the event schema', status: 'Current', sprint: 'S1' },
    { id: 'A3', name: 'Measure the retry policy', status: 'Blocked', sprint: 'S1', notes: 'BLOCKED: Waits for access' },
    { id: 'B1', name: 'Draw the icons', status: 'Queued', sprint: 'S2' },
  ],
}

const spoken = (page: Page) => page.locator('#announcements')
const cell = (page: Page, sprint: string, name: string) => page.locator(`[data-lane="${sprint}"][data-cell="${name}"]`)

test('in swimlanes a card is carried by keys to another status and to another sprint', async ({
  launchDesk,
  folder,
}) => {
  const { page, reply } = await launchDesk({ workspace: writeWorkspace(folder, rows) })
  const stored = async () => {
    const detail = await reply('missions.detail', { id: 'A1' })
    return detail.ok ? [detail.value.card.status, detail.value.card.sprintId] : []
  }
  await goTo(page, 'Board')
  await page.getByRole('button', { name: 'Swimlanes' }).click()
  await cardOf(page, 'A1').focus()

  await page.keyboard.press('m')
  await expect(spoken(page)).toContainText('Picked up Validate the template loader')
  await page.keyboard.press('ArrowRight')
  await expect(cell(page, 'S1', 'Current').locator('[data-card="A1"]')).toBeFocused()
  await expect(spoken(page)).toContainText('Current, position 1')
  await page.keyboard.press('ArrowDown')
  await expect(spoken(page)).toContainText('one at a time')
  await page.keyboard.press('Escape')
  await expect(spoken(page)).toContainText('Put Validate the template loader back in Queued')
  await expect(cell(page, 'S1', 'Queued').locator('[data-card="A1"]')).toBeFocused()
  expect(await stored()).toEqual(['Queued', 'S1'])

  await page.keyboard.press('m')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press(' ')
  await expect.poll(stored).toEqual(['Current', 'S1'])
  await expect(cardOf(page, 'A1')).toHaveCount(1)
  await expect(cell(page, 'S1', 'Current').locator('[data-card="A1"]')).toBeFocused()

  await page.keyboard.press('m')
  await page.keyboard.press('ArrowDown')
  await expect(spoken(page)).toContainText('Polish, Current')
  await expect(cell(page, 'S2', 'Current').locator('[data-card="A1"]')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(spoken(page)).toContainText('Edge of the board')
  await page.keyboard.press('Enter')
  await expect.poll(stored).toEqual(['Current', 'S2'])
  await expect(cardOf(page, 'A1')).toHaveCount(1)
  await expect(cell(page, 'S2', 'Current').locator('[data-card="A1"]')).toBeFocused()
  await expect(page.locator('[data-grabbed="true"]')).toHaveCount(0)

  await page.keyboard.press('Control+z')
  await expect.poll(stored).toEqual(['Current', 'S1'])
})

test('a card that other programs move meanwhile stays in the hand', async ({ launchDesk, folder }) => {
  const { page, reply } = await launchDesk({ workspace: writeWorkspace(folder, rows) })
  await goTo(page, 'Board')
  await page.getByRole('button', { name: 'Swimlanes' }).click()
  await cardOf(page, 'A1').focus()
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowDown')
  await reply('missions.update', { id: 'B1', name: 'Draw all icons' })
  await expect(cardOf(page, 'B1')).toContainText('Draw all icons')
  await expect(cell(page, 'S2', 'Queued').locator('[data-card="A1"]')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(cell(page, 'S1', 'Queued').locator('[data-card="A1"]')).toBeFocused()
})

for (const layout of ['Columns', 'Swimlanes'] as const) {
  test(`in ${layout} a form that a carried card asks for knows where it was put, and gives the card back`, async ({
    launchDesk,
    folder,
  }) => {
    const { page } = await launchDesk({ workspace: writeWorkspace(folder, rows) })
    await goTo(page, 'Board')
    await page.getByRole('button', { name: layout }).click()
    await cardOf(page, 'A3').focus()
    await page.keyboard.press('m')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press(' ')
    const form = dialog(page, 'Unblock')
    await expect(form.getByRole('button', { name: 'Current', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Escape')
    await expect(form).toHaveCount(0)
    await expect(
      page.locator('[data-cell="Blocked"] [data-card="A3"], [data-column="Blocked"] [data-card="A3"]'),
    ).toBeVisible()
    await expect(cardOf(page, 'A3')).toBeFocused()
  })
}

test('a blocked card dropped on a column is unblocked into that column', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: writeWorkspace(folder, rows) })
  await goTo(page, 'Board')
  await cardOf(page, 'A3').dragTo(column(page, 'In Progress'))
  await expect(dialog(page, 'Unblock').getByRole('button', { name: 'In Progress', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.keyboard.type('Access was granted')
  await page.keyboard.press('Control+Enter')
  await expectCounts(page, { Blocked: 0, 'In Progress': 1 })
})

test('editing takes a mission out of its sprint', async ({ launchDesk, folder }) => {
  const { page, reply } = await launchDesk({ workspace: writeWorkspace(folder, rows) })
  await goTo(page, 'Board')
  await cardOf(page, 'A1').focus()
  await page.keyboard.press('e')
  const form = dialog(page, 'Edit')
  await form.getByRole('combobox', { name: 'Sprint' }).press('Enter')
  await page.getByRole('option', { name: 'No sprint' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
  expect(await reply('missions.detail', { id: 'A1' })).toMatchObject({ value: { card: { sprintId: null } } })
})
