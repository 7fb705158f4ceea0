import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './desk'
import { askForPath, goToTask, sampleRoot } from './maintain-page'

test('everything is checked, and a dead link leads to its file and line', async ({ launchDesk }) => {
  const desk = await launchDesk({ sample: true })
  const { page } = desk
  const root = await sampleRoot(desk)
  mkdirSync(join(root, 'docs'), { recursive: true })
  writeFileSync(join(root, 'docs', 'plan.md'), '# Plan\n\nSee [the old one](old.md).\n')
  await goToTask(page, /Validate/, 'Validate')
  await page.getByRole('button', { name: 'Check everything' }).click()
  const checks = page.getByRole('list', { name: 'Checks' })
  await expect(checks).toContainText(/Database sound, checked in/)
  await expect(checks).toContainText(/leads? nowhere/)
  const links = page.getByRole('table', { name: 'Links that lead nowhere' })
  await expect(links).toContainText('docs/plan.md:3')
  const revealed = await askForPath(desk, () => links.getByRole('button', { name: 'Reveal docs/plan.md' }).click())
  expect(revealed).toMatch(/docs.plan\.md$/)
  const health = readFileSync(join(root, 'telemetry', 'events', 'database-health.jsonl'), 'utf8')
  expect(health.trim().split('\n').length).toBeGreaterThan(0)
})

test('old telemetry is packed away and put back', async ({ launchDesk }) => {
  const desk = await launchDesk({ sample: true })
  const { page } = desk
  const root = await sampleRoot(desk)
  const stream = join(root, 'telemetry', 'events', 'long-ago.jsonl')
  const text = '{"ts":"2020-01-01T00:00:00Z","event":"start"}\n{"ts":"2020-01-02T00:00:00Z","event":"end"}\n'
  writeFileSync(stream, text)
  const then = new Date('2020-01-02T00:00:00Z')
  utimesSync(stream, then, then)
  await goToTask(page, /Telemetry archive/, 'Telemetry archive')
  const row = page.getByRole('table', { name: 'Telemetry streams' }).getByRole('row', { name: /long-ago/ })
  await expect(row).toContainText('packed away')
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await expect(page.getByText(/packed away\.$/).first()).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Put back long-ago.jsonl' }).click()
  await expect.poll(() => readOr(stream)).toBe(text)
})

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
