import { cardOf, expectCounts, goTo } from './board-page'
import { copyWorkspace, expect, hasRealWorkspace, realWorkspace, test } from './desk'

test.skip(!hasRealWorkspace, 'there is no real workspace beside this project')

test('a real workspace shows its 30 missions where they stand', async ({ launchDesk, folder }) => {
  const { page, reply } = await launchDesk({ workspace: copyWorkspace(realWorkspace, folder) })
  await goTo(page, 'Board')
  await expectCounts(page, { Queued: 2, Blocked: 1, Completed: 27, Current: 0, 'In Progress': 0 })
  const board = await reply('missions.board', { filter: '' })
  expect(board).toMatchObject({ ok: true })
  await page.getByRole('searchbox').or(page.locator('[data-filter-field]')).first().fill('B1.1_core-foundation')
  await expect(cardOf(page, 'B1.1_core-foundation')).toBeVisible()
  await cardOf(page, 'B1.1_core-foundation').click()
  await expect(page.getByRole('complementary', { name: 'Mission' })).toContainText('Core Foundation')
})
