import { cardOf, dialog, expectCounts, goTo } from './board-page'
import { expect, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

const missions = [
  {
    id: 'A1',
    name: 'Validate the template loader',
    status: 'In Progress',
    notes: 'Compared three parsers; the <b>streaming</b> one wins.',
    metadata: JSON.stringify({ successCriteria: ['Loads in 20 ms', 'Keeps comments'], of_others: 1.5 }),
  },
  { id: 'A2', name: 'Split the event schema', status: 'Queued' },
]

test('a success criterion is ticked by keys, stays ticked, and is taken back', async ({ launchDesk, folder }) => {
  const { page, reply } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  const stored = async () => {
    const detail = await reply('missions.detail', { id: 'A1' })
    return detail.ok ? JSON.parse(detail.value.metadata ?? '{}') : null
  }
  await goTo(page, 'Board')
  await cardOf(page, 'A1').focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Mission' })
  const criteria = panel.getByRole('region', { name: 'Success criteria' })
  await expect(criteria).toContainText('0 of 2 met')
  await criteria.getByRole('checkbox', { name: 'Keeps comments' }).focus()
  await page.keyboard.press(' ')
  await expect(criteria).toContainText('1 of 2 met')
  await expect.poll(stored).toMatchObject({ of_others: 1.5, criteria_met: { 'Keeps comments': expect.any(String) } })
  await page.reload()
  await expect(criteria.getByRole('checkbox', { name: 'Keeps comments' })).toBeChecked()
  await criteria.getByRole('checkbox', { name: 'Keeps comments' }).press(' ')
  await expect(criteria).toContainText('0 of 2 met')
  await expect.poll(stored).toEqual({ successCriteria: ['Loads in 20 ms', 'Keeps comments'], of_others: 1.5 })
})

test('the palette and the filter find what is written about a mission', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  await goTo(page, 'Board')
  await cardOf(page, 'A2').focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('streaming')
  const hit = page.getByRole('option', { name: /Validate the template loader/ })
  await expect(hit).toContainText('Notes … Compared three parsers; the <b>streaming</b> one wins.'.replace('… ', ''))
  await expect(hit.locator('mark')).toHaveText('streaming')
  await expect(hit.locator('b')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Mission' })).toContainText('A1')
  // A palette that is still closing would take the key.
  await expect(dialog(page, 'Find or run')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary', { name: 'Mission' })).toHaveCount(0)
  await page.keyboard.press('/')
  await expect(page.locator('[data-filter-field]')).toBeFocused()
  await page.keyboard.type('parsers')
  await expectCounts(page, { 'In Progress': 1, Queued: 0 })
})
