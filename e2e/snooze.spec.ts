import { goTo } from './board-page'
import { expect, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

const blocked = (id: string, name: string, at: string) => ({
  id,
  name,
  status: 'Blocked',
  metadata: JSON.stringify({ blocked_at: at, blocked_reason: 'A person decides', blocked_kind: 'person' }),
})
const missions = [
  blocked('A1', 'Validate the template loader', '2025-11-01T09:00:00Z'),
  blocked('A2', 'Split the event schema', '2025-11-05T09:00:00Z'),
]

test('a case is snoozed by keys, stays away, and is woken from among the snoozed', async ({ launchDesk, folder }) => {
  const { page, reply } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  const rail = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Triage' })
  await expect(rail).toHaveAccessibleName(/2 missions need a person/)
  await goTo(page, 'Triage')
  await expect(page.getByRole('option')).toHaveCount(2)

  await page.keyboard.press('z')
  await page.getByRole('menuitem', { name: 'A week' }).press('Enter')
  await expect(page.getByRole('option')).toHaveCount(1)
  await expect(page.getByRole('option')).toContainText('A2')
  await expect(page.getByRole('listbox')).toBeFocused()
  await expect(rail).toHaveAccessibleName(/1 mission needs a person/)
  expect(await reply('now.overview', {})).toMatchObject({ ok: true, value: { needsYouCount: 1, people: 1 } })

  await page.getByRole('button', { name: '1 snoozed' }).click()
  await expect(page.getByRole('option')).toHaveCount(2)
  await page.getByRole('option', { name: /A1/ }).click()
  await expect(page.getByRole('option', { name: /A1/ })).toContainText('snoozed until')
  await page.getByRole('button', { name: 'Wake' }).click()
  await expect(page.getByRole('button', { name: '1 snoozed' })).toHaveCount(0)
  await expect(rail).toHaveAccessibleName(/2 missions need a person/)
})
