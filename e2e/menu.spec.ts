import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { type Desk, expect, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

interface Item {
  readonly id: string
  readonly enabled: boolean
}

/** Every item of the native menu that asks the page for something. */
function items({ app }: Desk): Promise<Item[]> {
  return app.evaluate(({ Menu }) => {
    const found: Item[] = []
    const walk = (menu: Electron.Menu | null | undefined) => {
      for (const item of menu?.items ?? []) {
        if (/^[a-z]+\.[a-zA-Z]+$/.test(item.id)) found.push({ id: item.id, enabled: item.enabled })
        walk(item.submenu)
      }
    }
    walk(Menu.getApplicationMenu())
    return found
  })
}

async function enabled(desk: Desk, id: string): Promise<boolean | undefined> {
  return (await items(desk)).find((item) => item.id === id)?.enabled
}

async function choose({ app }: Desk, id: string): Promise<void> {
  await app.evaluate(({ BrowserWindow, Menu }, word) => {
    Menu.getApplicationMenu()?.getMenuItemById(word)?.click({}, BrowserWindow.getAllWindows()[0])
  }, id)
}

const TASKS = [
  ['starter.package', 'Package a starter'],
  ['starter.reset', 'Reset to a starter'],
  ['workspace.export', 'Export'],
  ['workspace.seed', 'Import (seed)'],
  ['workspace.parity', 'Files in step'],
  ['workspace.validate', 'Validate'],
  ['telemetry.archive', 'Telemetry archive'],
] as const

test('every entry of the File menu opens its place', async ({ launchDesk }) => {
  const desk = await launchDesk({ sample: true })
  const { page } = desk
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  for (const [id, heading] of TASKS) {
    await choose(desk, id)
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
  }
  await choose(desk, 'jobs.show')
  await expect(page.getByRole('dialog', { name: 'Jobs' })).toBeVisible()
  await page.keyboard.press('Escape')
  await choose(desk, 'workspace.backUp')
  await expect(page.getByText('Backed up and verified')).toBeVisible({ timeout: 20_000 })
  await choose(desk, 'workspace.create')
  await expect(page.getByRole('dialog', { name: 'New workspace' })).toBeVisible()
})

test('without a workspace nothing is offered that needs one', async ({ launchDesk }) => {
  const desk = await launchDesk()
  for (const [id] of TASKS) expect(await enabled(desk, id), id).toBe(false)
  for (const id of ['workspace.backUp', 'workspace.checkHealth', 'mission.new', 'go.maintain', 'jobs.show']) {
    expect(await enabled(desk, id), id).toBe(false)
  }
  for (const id of ['workspace.create', 'workspace.open', 'workspace.sample'])
    expect(await enabled(desk, id), id).toBe(true)
})

test('in a read-only store what writes is disabled, and says why where it is shown', async ({ launchDesk, folder }) => {
  test.skip(process.getuid?.() === 0, 'root may write what is read-only')
  const root = writeWorkspace(folder, { missions: [{ id: 'M1', name: 'First', status: 'Queued' }] })
  const store = join(root, 'db', 'cmos.sqlite')
  chmodSync(store, 0o444)
  const desk = await launchDesk({ workspace: root })
  const { page } = desk
  await expect(page.getByText('Read-only.').first()).toBeVisible()
  for (const id of ['starter.reset', 'workspace.seed', 'mission.new']) expect(await enabled(desk, id), id).toBe(false)
  for (const id of ['starter.package', 'workspace.export']) expect(await enabled(desk, id), id).toBe(true)
  await page.evaluate(() => window.location.assign('#/maintain?task=reset'))
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Back up and reset' })).toBeDisabled()
  chmodSync(store, 0o644)
})
