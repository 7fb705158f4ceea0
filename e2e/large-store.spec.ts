import { column, expectCounts, goTo } from './board-page'
import { expect, test } from './desk'
import { LARGE, writeLargeWorkspace } from './workspaces/large-workspace'

test('10,000 missions stay a small page with true counts, down to the last card', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: writeLargeWorkspace(folder) })
  await goTo(page, 'Board')
  await expectCounts(page, LARGE)
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length)
  expect(await elements()).toBeLessThan(2_500)

  const completed = column(page, 'Completed')
  await completed.locator('[data-card]').first().focus()
  await page.keyboard.press('End')
  await expect(completed.locator('[aria-posinset="8071"] [data-card]')).toBeFocused()
  await page.keyboard.press('Home')
  await expect(completed.locator('[aria-posinset="1"] [data-card]')).toBeFocused()
  expect(await elements()).toBeLessThan(2_500)

  await page.locator('[data-filter-field]').fill('status:blocked')
  await expectCounts(page, { Blocked: LARGE.Blocked })
  await goTo(page, 'Triage')
  await expect(page.getByRole('option').first()).toBeVisible()
  expect(await elements()).toBeLessThan(2_500)
})
