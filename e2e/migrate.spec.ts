import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './desk'
import { goToTask, sampleRoot, willChoose } from './maintain-page'

/** A workspace of files, as they were kept before there was a store. */
function olderWorkspace(folder: string): string {
  const root = join(folder, 'older')
  mkdirSync(join(root, 'context'), { recursive: true })
  const event = { ts: '2024-01-01T00:00:00Z', agent: 'elder', action: 'note', summary: 'Long ago' }
  writeFileSync(join(root, 'SESSIONS.jsonl'), `${JSON.stringify(event)}\nno event at all\n`)
  writeFileSync(join(root, 'PROJECT_CONTEXT.json'), JSON.stringify({ project: { name: 'Older', heirloom: 'a clock' } }))
  writeFileSync(join(root, 'context', 'MASTER_CONTEXT.json'), '{}')
  return root
}

test('an older workspace is added once its plan was seen, and the store is backed up before', async ({
  launchDesk,
  folder,
}) => {
  const desk = await launchDesk({ sample: true })
  const { page, reply } = desk
  const root = await sampleRoot(desk)
  await willChoose(desk, olderWorkspace(folder))
  const events = async () => {
    const now = await reply('workspace.current', {})
    return now.ok ? now.value?.sessionEvents : undefined
  }
  const before = (await events()) ?? 0

  await goToTask(page, /Migrate/, 'Migrate an older workspace')
  await page.getByRole('button', { name: /Choose the older workspace/ }).click()
  await expect(page.getByRole('table', { name: 'What could not be read' })).toContainText('SESSIONS.jsonl')
  await expect(page.getByRole('table', { name: 'Conflicts' })).toContainText('project.name')
  await expect(page.getByRole('table', { name: 'Files that would be written' })).toContainText('SESSIONS.jsonl')
  expect(await events()).toBe(before)
  expect(await reply('backups.list', {})).toMatchObject({ ok: true, value: [] })

  await page.getByRole('button', { name: 'Back up and add' }).click()
  await expect(page.getByText('The older workspace was added.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/the store was backed up as/)).toBeVisible()
  expect(await events()).toBe(before + 1)
  expect(readFileSync(join(root, 'SESSIONS.jsonl'), 'utf8')).toContain('Long ago')
  expect(await reply('backups.list', {})).toMatchObject({ ok: true, value: [{ reason: 'before migration' }] })
})

test('the audit log is reached from the maintenance view', async ({ launchDesk }) => {
  const { page } = await launchDesk({ sample: true })
  await goToTask(page, /Import/, 'Import (seed)')
  await page
    .getByRole('navigation', { name: 'Tasks' })
    .getByRole('link', { name: /Audit log/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible()
})
