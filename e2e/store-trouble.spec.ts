import { chmodSync, copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { cardOf, column, expectCounts, goTo } from './board-page'
import { type Desk, expect, type LaunchOptions, test } from './desk'
import { cmos } from './other-programs'
import { writeWorkspace } from './workspaces/write-workspace'

const missions = Array.from({ length: 12 }, (_, index) => ({
  id: `A${index + 1}`,
  name: `Mission number ${index + 1}`,
  status: 'Queued',
}))

/** A window on a workspace whose store has a verified backup, and one mission that was started since. */
async function openedDesk(launchDesk: (options: LaunchOptions) => Promise<Desk>, folder: string) {
  const root = writeWorkspace(folder, { missions })
  const store = join(root, 'db', 'cmos.sqlite')
  const desk = await launchDesk({ workspace: root })
  const made = await desk.reply('backups.create', {})
  if (!made.ok) throw new Error(made.fault.message)
  await goTo(desk.page, 'Board')
  return { ...desk, root, store, backup: made.value.backup.name }
}

/** Puts the backup back as the operator would, confirming the workspace's name. */
async function restore({ reply, backup }: { reply: Desk['reply']; backup: string }) {
  const current = await reply('workspace.current', {})
  const name = current.ok ? (current.value?.name ?? '') : ''
  const restored = await reply('backups.restore', { name: backup, confirm: name })
  if (!restored.ok) throw new Error(restored.fault.message)
  return restored.value
}

function banner(page: Page) {
  return page.getByRole('status').filter({ hasText: 'Read-only.' })
}

/** Goes to the backups from the banner, by keyboard. */
async function goToBackups(page: Page) {
  const way = page.getByRole('main').getByRole('link', { name: 'Backups…' })
  await way.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeVisible()
}

test('a store that was deleted under the window stays readable, is not written, and comes back from a backup', async ({
  launchDesk,
  folder,
}) => {
  const desk = await openedDesk(launchDesk, folder)
  const { page, reply, store } = desk
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${store}${end}`, { force: true })
  await expect(banner(page)).toContainText('removed or replaced')
  await expect(cardOf(page, 'A1')).toBeVisible()
  const refused = await reply('missions.start', { id: 'A1' })
  expect(refused).toMatchObject({ ok: false, fault: { message: expect.stringMatching(/removed or replaced/) } })
  await goToBackups(page)
  await restore(desk)
  await expect(banner(page)).toHaveCount(0)
  await goTo(page, 'Board')
  expect(await reply('missions.start', { id: 'A1' })).toMatchObject({ ok: true })
  await expectCounts(page, { 'In Progress': 1, Queued: 11 })
})

test('a store that was replaced is taken up by itself, and nothing goes into the old one', async ({
  launchDesk,
  folder,
}) => {
  const { page, reply, store } = await openedDesk(launchDesk, folder)
  const other = writeWorkspace(join(folder, 'other'), {
    missions: [
      { id: 'N1', name: 'Of the new store', status: 'Queued' },
      { id: 'N2', name: 'Blocked there', status: 'Blocked' },
    ],
  })
  rmSync(store)
  copyFileSync(join(other, 'db', 'cmos.sqlite'), store)
  await expectCounts(page, { Queued: 1, Blocked: 1 })
  await expect(banner(page)).toHaveCount(0)
  expect(await reply('missions.start', { id: 'N1' })).toMatchObject({ ok: true })
  await expect(column(page, 'In Progress').locator('[data-card="N1"]')).toBeVisible()
  expect(await cmos(dirname(dirname(store)), 'mission', 'status')).toContain('N1')
})

test('a store that was cut short is not written any more, and comes back from a backup', async ({
  launchDesk,
  folder,
}) => {
  const desk = await openedDesk(launchDesk, folder)
  const { page, reply, store } = desk
  truncateSync(store, 8_192)
  const refused = await reply('missions.start', { id: 'A1' })
  expect(refused).toMatchObject({ ok: false, fault: { code: expect.stringMatching(/corrupt|read_only/) } })
  await expect(banner(page)).toContainText('damaged')
  const receipt = await restore(desk)
  expect(receipt.safety !== null || receipt.quarantine !== null).toBe(true)
  await expect(banner(page)).toHaveCount(0)
  expect(await reply('missions.start', { id: 'A1' })).toMatchObject({ ok: true })
  await expectCounts(page, { 'In Progress': 1, Queued: 11 })
})

test('a store that was made read-only refuses in words, and is written again once it may be', async ({
  launchDesk,
  folder,
}) => {
  const { page, reply, store } = await openedDesk(launchDesk, folder)
  const forbid = (file: number, directory: number) => {
    chmodSync(store, file)
    chmodSync(dirname(store), directory)
  }
  try {
    forbid(0o444, 0o555)
    const refused = await reply('missions.start', { id: 'A1' })
    expect(refused).toMatchObject({
      ok: false,
      fault: { code: 'read_only', message: expect.stringMatching(/permission/) },
    })
    await expect(cardOf(page, 'A1')).toBeVisible()
    await expectCounts(page, { Queued: 12 })
  } finally {
    forbid(0o644, 0o755)
  }
  expect(await reply('missions.start', { id: 'A1' })).toMatchObject({ ok: true })
  await expectCounts(page, { 'In Progress': 1, Queued: 11 })
})

test('a store that was rolled back by copying shows its older rows by itself, and goes on from there', async ({
  launchDesk,
  folder,
}) => {
  const { page, reply, store, root } = await openedDesk(launchDesk, folder)
  const older = join(folder, 'older.sqlite')
  copyFileSync(store, older)
  for (const id of ['A1', 'A2', 'A3']) expect(await reply('missions.start', { id })).toMatchObject({ ok: true })
  await expectCounts(page, { 'In Progress': 3 })
  copyFileSync(older, store)
  await expectCounts(page, { 'In Progress': 0, Queued: 12 })
  expect(await reply('missions.start', { id: 'A4' })).toMatchObject({ ok: true })
  await expectCounts(page, { 'In Progress': 1, Queued: 11 })
  expect(await cmos(root, 'validate', 'health')).toMatch(/ok|healthy|pass/i)
})

test('a damaged page is found a moment after opening, and a backup brings the store back', async ({
  launchDesk,
  folder,
}) => {
  const first = await openedDesk(launchDesk, folder)
  const { userData, store, root, backup } = first
  await expect(first.page.getByText('Database sound')).toBeVisible()
  await first.close()
  damage(store)
  const { page, reply } = await launchDesk({ workspace: root, userData })
  await expect(banner(page)).toContainText('is damaged')
  await expect(page.getByText('Database damaged')).toBeVisible()
  expect(await reply('missions.start', { id: 'A1' })).toMatchObject({ ok: false, fault: { code: 'read_only' } })
  await goToBackups(page)
  await expect(page.getByRole('button', { name: /^Restore…/ })).toBeEnabled()
  await restore({ reply, backup })
  await expect(banner(page)).toHaveCount(0)
  await expect(page.getByText('Database sound')).toBeVisible()
})

/** Overwrites the first page of a table that no view reads at once, as a failing disk would. */
function damage(store: string): void {
  const database = new Database(store, { readonly: true })
  const page = Number(
    database.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'prompt_mappings'").pluck().get(),
  )
  const size = Number(database.pragma('page_size', { simple: true }))
  database.close()
  const bytes = readFileSync(store)
  bytes.fill(0xaa, (page - 1) * size, page * size)
  writeFileSync(store, bytes)
}
