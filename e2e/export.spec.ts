import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './desk'
import { goToTask, willChoose } from './maintain-page'

test('an export asks before it overwrites, and says what it wrote', async ({ launchDesk, folder }) => {
  const desk = await launchDesk({ sample: true })
  const { page } = desk
  const to = join(folder, 'exported')
  mkdirSync(join(to, 'missions'), { recursive: true })
  const backlog = join(to, 'missions', 'backlog.yaml')
  writeFileSync(backlog, 'mine: true\n')
  await willChoose(desk, to)
  await goToTask(page, /Export/, 'Export')
  await page.getByRole('radio', { name: /^Backlog/ }).click()
  await page.getByRole('button', { name: 'To a folder…' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('backlog.yaml')
  expect(readFileSync(backlog, 'utf8')).toBe('mine: true\n')
  await page.getByRole('button', { name: 'Leave as they are' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)

  await page.getByRole('button', { name: 'To a folder…' }).click()
  // A second dialog would be closed without a choice.
  await expect(page.getByRole('button', { name: 'Overwrite' })).toBeVisible()
  await willChoose(desk, null)
  await page.getByRole('button', { name: 'Overwrite' }).click()
  await expect(page.getByText('Wrote 1 file.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Files that were written' })).toContainText('yes, replaced')
  expect(readFileSync(backlog, 'utf8')).toContain('promptMapping')
})

test('everything is exported to an empty folder without a question', async ({ launchDesk, folder }) => {
  const desk = await launchDesk({ sample: true })
  const to = join(folder, 'exported')
  mkdirSync(to)
  await willChoose(desk, to)
  await goToTask(desk.page, /Export/, 'Export')
  await desk.page.getByRole('button', { name: 'To a folder…' }).click()
  await expect(desk.page.getByText(/Wrote \d+ files/)).toBeVisible()
  expect(existsSync(join(to, 'SESSIONS.jsonl'))).toBe(true)
})

test('the reports of all completed missions are written in one step', async ({ launchDesk, folder }) => {
  const desk = await launchDesk({ sample: true })
  const { page } = desk
  const to = join(folder, 'reports')
  mkdirSync(to)
  await willChoose(desk, to)
  await goToTask(page, /Export/, 'Export')
  await page.getByRole('radio', { name: /^Research reports/ }).click()
  await page.getByRole('button', { name: 'To a folder…' }).click()
  await expect(page.getByText(/Wrote \d+ files/)).toBeVisible({ timeout: 20_000 })
  const plan = await desk.reply('sprints.plan', {})
  const missions = plan.ok ? plan.value.flatMap((sprint) => sprint.missions) : []
  const completed = missions.filter(({ status }) => status === 'Completed').map(({ id }) => `${id}.md`)
  expect(readdirSync(to).sort()).toEqual(completed.sort())
})
