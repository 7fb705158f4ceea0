import { expect, test } from './desk'
import { cmos } from './other-programs'
import { writeWorkspace } from './workspaces/write-workspace'

test('the first view names a regression, health and the last session, each with its evidence', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk({ sample: true })
  await expect(page.getByText(/^last check .* ago/)).toBeVisible()
  await expect(page.getByRole('link', { name: /Latency, p95/ })).toContainText(/\d/)
  await expect(page.getByRole('link', { name: /Fallback rate/ })).toContainText('%')
  await expect(page.getByRole('heading', { name: '5 things need you' })).toBeVisible()
  // Two interactions: the chip, and the range is set.
  await page.getByRole('link', { name: 'last session' }).click()
  await expect(page).toHaveURL(/#\/telemetry\?from=\d+&to=\d+/)
  await expect(page.getByRole('button', { name: 'Former range' })).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: /^Decide on/ }).click()
  await expect(page.getByRole('region', { name: 'Metric execution_time' })).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: /^Evidence of/ }).click()
  await expect(page).toHaveURL(/#\/telemetry\?.*statuses/)
})

test('nothing on the first view moves when the answers of the index come', async ({ launchDesk }) => {
  const { page } = await launchDesk({ sample: true })
  const top = () =>
    page.getByRole('heading', { name: 'Running' }).evaluate((element) => element.getBoundingClientRect().top)
  await page.getByRole('heading', { name: 'Running' }).waitFor()
  const before = await top()
  await expect(page.getByText(/^last check .* ago/)).toBeVisible()
  expect(await top()).toBe(before)
})

test('what happened while the window was closed is there when it opens, until it is marked as seen', async ({
  launchDesk,
  folder,
}) => {
  const missions = ['A1', 'A2'].map((id) => ({ id, name: `Mission ${id}`, status: 'Queued' }))
  const root = writeWorkspace(folder, { missions })
  const first = await launchDesk({ workspace: root })
  await expect(first.page.getByText('This is your first look at this workspace.')).toBeVisible()
  await first.reply('now.attend', { here: false })
  await first.close()
  await cmos(root, 'mission', 'start', 'A1', '--summary', 'Begun')
  await cmos(root, 'mission', 'complete', 'A1', '--summary', 'Done', '--notes', 'Done')
  const { page } = await launchDesk({ workspace: root, userData: first.userData })
  const since = page.getByRole('region', { name: 'Since you left' })
  await expect(since.getByRole('link', { name: '1 completed A1' })).toBeVisible()
  await since.getByRole('link', { name: '1 completed A1' }).click()
  await expect(page).toHaveURL(/#\/timeline\?.*actions/)
  await page.goBack()
  await since.getByRole('button', { name: 'Mark as seen' }).click()
  await expect(since.getByText('Nothing happened.')).toBeVisible()
})
