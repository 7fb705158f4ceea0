import { cardOf, dialog, expectCounts, goTo } from './board-page'
import { expect, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

const missions = [{ id: 'A1', name: 'Validate the template loader', status: 'In Progress' }]

test('a mission is split into parts it waits for, and put together again by undo', async ({ launchDesk, folder }) => {
  const { page, reply } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  await goTo(page, 'Board')
  await cardOf(page, 'A1').focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('split')
  await page.keyboard.press('Enter')
  await expect(dialog(page, 'Split').getByRole('textbox', { name: 'Id of part 1' })).toHaveValue('A1-a')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page, 'Split').getByRole('alert')).toContainText('Name at least one part')
  await dialog(page, 'Split').getByRole('textbox', { name: 'Name of part 1' }).fill('Read the templates')
  await dialog(page, 'Split').getByRole('textbox', { name: 'Name of part 2' }).fill('Judge them')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page, 'Split')).toHaveCount(0)
  await expectCounts(page, { Queued: 2, 'In Progress': 1 })
  const detail = await reply('missions.detail', { id: 'A1' })
  expect(detail).toMatchObject({ value: { waitsFor: [{ id: 'A1-a' }, { id: 'A1-b' }] } })

  await page.keyboard.press('Control+z')
  await expectCounts(page, { Queued: 0, 'In Progress': 1 })
})
