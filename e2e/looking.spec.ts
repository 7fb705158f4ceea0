import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { GENERATIONS } from '../src-main/testing/generation-schema'
import { writeGenerationStore } from '../src-main/testing/generation-store'
import { goTo } from './board-page'
import { copyWorkspace, type Desk, expect, hasRealWorkspace, realWorkspace, test } from './desk'

for (const generation of GENERATIONS) {
  test(`looking at a ${generation} store in every view changes no byte of it`, async ({ launchDesk, folder }) => {
    const root = join(folder, 'cmos')
    mkdirSync(join(root, 'telemetry', 'events'), { recursive: true })
    writeGenerationStore(root, generation)
    await lookAround(root, launchDesk)
  })
}

test('looking at a real workspace changes no byte of it', async ({ launchDesk, folder }) => {
  test.skip(!hasRealWorkspace, 'there is no real workspace beside this project')
  await lookAround(copyWorkspace(realWorkspace, folder), launchDesk)
})

test('a store that cannot be written opens for reading, says so, and offers no action', async ({
  launchDesk,
  folder,
}) => {
  const root = join(folder, 'cmos')
  writeGenerationStore(root, 'v1')
  const locked = [root, join(root, 'db'), join(root, 'db', 'cmos.sqlite')]
  for (const path of locked) chmodSync(path, statSync(path).mode & 0o555)
  const { page, reply } = await launchDesk({ workspace: root })
  await expect(page.getByText('Read-only.')).toBeVisible()
  await goTo(page, 'Board')
  const card = page.locator('[data-card]').first()
  await card.focus()
  await page.keyboard.press('b')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const refused = await reply('missions.add', { id: 'X', name: 'X', sprintId: null })
  expect(refused).toMatchObject({ ok: false, fault: { code: 'read_only' } })
  for (const path of locked) chmodSync(path, statSync(path).mode | 0o200)
})

async function lookAround(root: string, launchDesk: (options: { workspace: string }) => Promise<Desk>): Promise<void> {
  const before = fingerprint(root)
  const desk = await launchDesk({ workspace: root })
  for (const view of ['Now', 'Board', 'Triage'] as const) {
    await goTo(desk.page, view)
    await expect(desk.page.locator('[aria-busy="true"]')).toHaveCount(0)
  }
  await goTo(desk.page, 'Board')
  for (const card of await desk.page.locator('[data-card]').all()) {
    if (!(await card.isVisible())) continue
    await card.click()
    await expect(desk.page.getByRole('complementary', { name: 'Mission' })).toBeVisible()
    break
  }
  await desk.page.keyboard.press('Control+k')
  await desk.page.keyboard.type('a')
  await expect(desk.page.getByRole('option').first()).toBeVisible()
  await desk.page.keyboard.press('Escape')
  await desk.page.getByRole('button', { name: 'Swimlanes' }).or(desk.page.getByText('Swimlanes')).first().click()
  await expect(desk.page).toHaveURL(/lanes/)
  await lookAtMemory(desk)
  await desk.close()
  expect(fingerprint(root)).toEqual(before)
}

/** Contexts in every way, each kind of record, backups, and the audit log. */
async function lookAtMemory({ page }: Desk): Promise<void> {
  const places = [
    ['#/contexts', '[role="tree"]'],
    ['#/contexts?look=text', 'section[aria-label*="as text"]'],
    ['#/contexts?look=history', '[role="listbox"], main p'],
    ...['decision', 'constraint', 'learning', 'next_step', 'session'].map((kind) => [
      `#/contexts?subject=${kind}`,
      'h2',
    ]),
    ['#/maintain?task=backups', 'h2'],
    ['#/audit', 'h1'],
  ] as const
  for (const [hash = '', selector = ''] of places) {
    await page.evaluate((to) => window.location.assign(to), hash)
    await expect(page.locator(selector).first()).toBeVisible()
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  }
}

/** Every file below a folder with the SHA-256 of its bytes and the time of its last change. */
function fingerprint(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path, `${createHash('sha256').update(readFileSync(path)).digest('hex')} ${statSync(path).mtimeMs}`]
    }),
  )
}
