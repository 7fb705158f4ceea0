import { cardOf, column, dialog, expectCounts, goTo } from './board-page'
import { expect, test } from './desk'
import { cmos, hasPython, python } from './other-programs'
import { writeWorkspace } from './workspaces/write-workspace'

const missions = Array.from({ length: 60 }, (_, index) => ({
  id: `A${index + 1}`,
  name: `Mission number ${index + 1}`,
  status: 'Queued',
}))

test('what the command line does appears by itself, and nothing that was typed, chosen or scrolled is lost', async ({
  launchDesk,
  folder,
}) => {
  const workspace = writeWorkspace(folder, { missions })
  const { page } = await launchDesk({ workspace })
  await goTo(page, 'Board')
  const scroll = page.locator('[data-scroll="Queued"]')
  await cardOf(page, 'A2').focus()
  await page.keyboard.press('x')
  await scroll.evaluate((element) => element.scrollTo({ top: 700 }))
  const top = await scroll.evaluate((element) => element.scrollTop)

  await cmos(workspace, 'mission', 'start', 'A1', '--agent', 'codex', '--summary', 'starting')
  await expect(column(page, 'In Progress').locator('[data-card="A1"]')).toBeVisible()
  expect(Math.abs((await scroll.evaluate((element) => element.scrollTop)) - top)).toBeLessThan(70)
  await scroll.evaluate((element) => element.scrollTo({ top: 0 }))
  await expect(cardOf(page, 'A2')).toHaveAttribute('aria-label', /selected/)
  await page.keyboard.press('Escape')

  await cardOf(page, 'A2').focus()
  await page.keyboard.press('b')
  const reason = dialog(page, 'Block').getByRole('textbox', { name: 'Reason' })
  await reason.fill('The decision is')
  await cmos(workspace, 'mission', 'complete', 'A1', '--agent', 'codex', '--notes', 'done', '--summary', 'done')
  await expectCounts(page, { Completed: 1 })
  await expect(reason).toHaveValue('The decision is')
  await expect(reason).toBeFocused()
  await page.keyboard.type(' still open')
  await expect(reason).toHaveValue('The decision is still open')
})

test('what a Python program commits appears by itself, also under an open panel', async ({ launchDesk, folder }) => {
  test.skip(!hasPython, 'there is no python3 with sqlite3 here')
  const workspace = writeWorkspace(folder, { missions: missions.slice(0, 5) })
  const { page } = await launchDesk({ workspace })
  await goTo(page, 'Board')
  await cardOf(page, 'A3').click()
  const panel = page.getByRole('complementary', { name: 'Mission' })
  await expect(panel).toContainText('Mission number 3')
  await python(workspace, "UPDATE missions SET name = 'Renamed outside' WHERE id = 'A3'")
  await expect(panel).toContainText('Renamed outside')
  await python(workspace, "UPDATE missions SET status = 'Completed' WHERE id = 'A3'")
  await expectCounts(page, { Completed: 1, Queued: 4 })
  await expect(panel).toBeVisible()
})

test('an action on a mission that somebody else moved meanwhile writes nothing and says so', async ({
  launchDesk,
  folder,
}) => {
  const workspace = writeWorkspace(folder, { missions: missions.slice(0, 5) })
  const { page, reply } = await launchDesk({ workspace })
  await goTo(page, 'Board')
  await cardOf(page, 'A3').focus()
  await page.keyboard.press('b')
  await dialog(page, 'Block').getByRole('textbox', { name: 'Reason' }).fill('Too late')
  await cmos(workspace, 'mission', 'start', 'A3', '--agent', 'codex', '--summary', 'starting')
  await expect(dialog(page, 'Block')).toContainText(/In Progress/)
  await page.keyboard.press('Control+Enter')
  const detail = await reply('missions.detail', { id: 'A3' })
  expect(detail).toMatchObject({ ok: true, value: { card: { status: 'In Progress' } } })
})
