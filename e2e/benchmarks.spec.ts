import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { dialog } from './board-page'
import { expect, test } from './desk'
import { cmos } from './other-programs'
import { writeWorkspace } from './workspaces/write-workspace'

const DAY = 86_400_000
const line = (day: number, value: number) =>
  JSON.stringify({
    ts: new Date(Date.UTC(2026, 0, 1) + day * DAY).toISOString(),
    commit: day < 12 ? 'aaaaaaaa' : 'bbbbbbbb',
    metrics: { latency: { value, unit: 'ms' }, throughput: { value: 1000 - value, unit: '1/s' } },
  })
/** Twelve runs around 100 ms, then six around 130. */
const WORSE = Array.from({ length: 18 }, (_, day) => line(day, (day < 12 ? 100 : 130) + (day % 3)))

function workspaceWith(folder: string, lines: readonly string[]): string {
  const root = writeWorkspace(folder, { missions: [{ id: 'A1', name: 'One', status: 'Queued' }] })
  mkdirSync(join(root, 'tests', 'performance'), { recursive: true })
  writeFileSync(join(root, 'tests', 'performance', 'history.jsonl'), `${lines.join('\n')}\n`)
  return root
}

async function openBenchmarks(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(page.getByRole('listbox', { name: /^Metrics/ })).toBeFocused()
}

const option = (page: Page, name: string) => page.getByRole('option', { name: new RegExp(`^${name} `) })
const metric = (page: Page, name: string) => page.getByRole('region', { name: `Metric ${name}`, exact: true })

test('a regression is spotted in two interactions, confirmed, and becomes a mission', async ({ launchDesk }) => {
  const { page } = await launchDesk({ sample: true })
  const rail = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: /Benchmarks/ })
  await expect(rail).toHaveAccessibleName(/1 regression to decide on/)
  // One: the view, on the worst.
  await rail.click()
  await expect(option(page, 'execution_time')).toHaveAttribute('aria-selected', 'true')
  await expect(option(page, 'execution_time')).toContainText('regressed, confirmed')
  await expect(page.getByRole('listbox', { name: /^Metrics/ })).toBeFocused()
  // Two: against its baseline, with what changed.
  await page.keyboard.press('Enter')
  const detail = metric(page, 'execution_time')
  await expect(detail).toContainText('against the level before')
  await expect(detail.getByRole('row', { name: /Commit/ }).last()).toBeVisible()
  await expect(detail.getByRole('row', { name: /Machine ci-runner-3.*ci-runner-4/ })).toBeVisible()
  await expect(detail.getByText('ranks apart from the one before')).toBeVisible()

  await page.keyboard.press('y')
  await expect(detail.getByText('Confirmed by operator', { exact: true })).toBeVisible()
  await expect(rail).not.toHaveAccessibleName(/to decide on/)
  await detail.getByRole('button', { name: 'Create mission…' }).click()
  const form = dialog(page, 'Add mission')
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue(/Mend the regression of execution_time \(\+/)
  await form.getByRole('textbox', { name: 'Id' }).fill('P1.1')
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
})

test('a regression is dismissed with a reason, and a slip is taken back', async ({ launchDesk, folder }) => {
  const { page, reply } = await launchDesk({ workspace: workspaceWith(folder, WORSE) })
  await openBenchmarks(page)
  await page.keyboard.press('d')
  const form = dialog(page, 'Dismiss latency')
  await expect(form.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText('Say why it is no regression.')).toBeVisible()
  await form.getByRole('textbox', { name: 'Reason' }).fill('another machine')
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
  // What was dismissed is no longer first; the other regression is.
  await expect(page.getByRole('option').first()).toHaveAccessibleName(/^throughput .*regressed/)
  await expect(option(page, 'latency')).toContainText('dismissed by operator')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back: Dismissed the regression of latency')).toBeVisible()
  await expect(option(page, 'latency')).not.toContainText('dismissed')
  const log = await reply('audit.list', { filter: {}, limit: 10 })
  expect(log.ok && log.value.entries.map(({ action }) => action)).toEqual(['benchmarks.undo', 'benchmarks.decide'])
})

test('a baseline, a threshold and a note are set, drawn and taken back', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: workspaceWith(folder, WORSE) })
  await openBenchmarks(page)
  await page.keyboard.press('Enter')
  const detail = metric(page, 'latency')
  await page.keyboard.press('b')
  await dialog(page, 'New baseline of latency').getByRole('textbox', { name: 'Reason' }).fill('the new parser')
  await page.keyboard.press('Control+Enter')
  await expect(detail.getByText('“the new parser”')).toBeVisible()
  await expect(detail.getByText('baseline 132')).toBeVisible()
  await detail.getByRole('button', { name: 'Threshold…' }).click()
  await dialog(page, 'Threshold of latency').getByRole('textbox').fill('120')
  await page.keyboard.press('Control+Enter')
  await expect(detail.getByText('Threshold broken: it must not go above 120 ms.')).toBeVisible()
  await detail.getByRole('textbox', { name: 'New note' }).fill('<b>new disk</b>')
  await page.keyboard.press('Control+Enter')
  await expect(detail.getByText('<b>new disk</b>')).toBeVisible()
  await detail.getByRole('button', { name: /^Remove the note/ }).click()
  await expect(detail.getByText('<b>new disk</b>')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(detail.getByText('<b>new disk</b>')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back: Threshold of latency set')).toBeVisible()
})

test('two runs are compared, sorted and kept in the address', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: workspaceWith(folder, WORSE) })
  await openBenchmarks(page)
  await page.keyboard.press('Enter')
  const detail = metric(page, 'latency')
  await detail.getByRole('checkbox').nth(0).click()
  await detail.getByRole('checkbox').nth(10).click()
  await detail.getByRole('button', { name: 'Compare two runs' }).click()
  const table = page.getByRole('region', { name: 'Comparison, scrolls' })
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(table.getByRole('row', { name: /latency/ })).toContainText('worse')
  await expect(table.getByRole('row', { name: /latency/ })).toContainText('how other runs scatter')
  await table.getByRole('button', { name: 'Metric' }).click()
  await table.getByRole('button', { name: 'Metric' }).click()
  await expect(table.getByRole('row').nth(1)).toContainText('throughput')
  expect(await page.evaluate(() => window.location.hash)).toMatch(/compare=/)
  await page.getByRole('button', { name: 'Swap the two runs' }).click()
  await expect(table.getByRole('row', { name: /latency/ })).toContainText('better')
  await page.goBack()
  await expect(table.getByRole('row', { name: /latency/ })).toContainText('worse')
})

test('files of the workspace are shown, imported, and their problems named', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: workspaceWith(folder, [...WORSE, '{"ts":']) })
  await openBenchmarks(page)
  await expect(page.getByText('18 runs of the workspace’s files are shown but not recorded yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Show them' }).click()
  await expect(page.getByText('tests/performance/history.jsonl:19')).toBeVisible()
  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByRole('menuitem', { name: /New runs of the workspace/ }).click()
  await expect(page.getByText('Recorded 18 runs')).toBeVisible()
  await expect(page.getByText('not recorded yet', { exact: false })).toHaveCount(0)
  await expect(option(page, 'latency')).toContainText('regressed, confirmed')
})

test('a run that another process records appears by itself', async ({ launchDesk, folder }) => {
  const root = writeWorkspace(folder, { missions: [{ id: 'A1', name: 'One', status: 'Queued' }] })
  const { page } = await launchDesk({ workspace: root })
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Benchmarks' }).click()
  await expect(page.getByText('No benchmark runs yet')).toBeVisible()
  const file = join(folder, 'results.jsonl')
  writeFileSync(file, WORSE.join('\n'))
  await cmos(root, 'bench', 'record', file)
  await expect(option(page, 'latency')).toContainText('regressed, confirmed')
  mkdirSync(join(root, 'tests', 'performance'), { recursive: true })
  writeFileSync(
    join(root, 'tests', 'performance', 'more.json'),
    JSON.stringify({ ts: '2026-02-01', metrics: { wait: 3 } }),
  )
  await expect(option(page, 'wait')).toBeVisible()
})
