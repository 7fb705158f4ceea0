import { dialog, goTo } from './board-page'
import { expect, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

const blocked = (id: string, name: string, at: string) => ({
  id,
  name,
  status: 'Blocked',
  metadata: JSON.stringify({ blocked_at: at, blocked_reason: 'A key is missing', blocked_kind: 'access' }),
})
const missions = [
  blocked('A1', 'Validate the template loader', '2025-11-01T09:00:00Z'),
  blocked('A2', 'Split the event schema', '2025-11-05T09:00:00Z'),
]

test('a case is escalated by keys: it goes to the top, names the person, and comes back by undo', async ({
  launchDesk,
  folder,
}) => {
  const { page, reply } = await launchDesk({ workspace: writeWorkspace(folder, { missions }) })
  await goTo(page, 'Triage')
  await expect(page.getByRole('option').first()).toContainText('A1')
  await page.keyboard.press('j')
  await page.keyboard.press('!')
  const form = dialog(page, 'Escalate')
  await expect(form).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(form).toContainText('Fill this in')
  await page.keyboard.type('Dana')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Approve the key')
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('option').first()).toContainText('A2')
  await expect(page.getByRole('option').first()).toContainText('Escalated to Dana Approve the key')
  await expect(page.getByRole('listbox')).toBeFocused()
  await expect(page.getByRole('region', { name: 'Mission A2' })).toContainText('Escalated to Dana')
  expect(await reply('missions.events', { id: 'A2', limit: 5 })).toMatchObject({
    value: { events: [{ action: 'escalate', summary: 'Escalated to Dana: Approve the key' }] },
  })
  await goTo(page, 'Now')
  await expect(page.locator('[data-row]').first()).toContainText('Escalated to Dana')

  await goTo(page, 'Triage')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('option').first()).toContainText('A1')
  await expect(page.getByText('Escalated to Dana')).toHaveCount(0)
})

test('when the last case leaves, the focus goes on and it is said', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: writeWorkspace(folder, { missions: missions.slice(0, 1) }) })
  await goTo(page, 'Triage')
  await expect(page.getByRole('listbox')).toBeFocused()
  await page.keyboard.press('z')
  await page.getByRole('menuitem', { name: 'A week' }).press('Enter')
  await expect(page.getByRole('option')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '1 snoozed' })).toBeFocused()
  await expect(page.locator('#announcements')).toContainText('Nothing is left here. 1 case snoozed.')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(1)
})

test('when the last case is freed, the focus goes on as well', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: writeWorkspace(folder, { missions: missions.slice(0, 1) }) })
  await goTo(page, 'Triage')
  await expect(page.getByRole('listbox')).toBeFocused()
  await page.keyboard.press('u')
  await expect(dialog(page, 'Unblock')).toBeVisible()
  await page.keyboard.type('The key is here')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page, 'Unblock')).toHaveCount(0)
  await expect(page.getByRole('option')).toHaveCount(0)
  await expect(page.getByRole('tab', { name: /Needs a person/ })).toBeFocused()
})
