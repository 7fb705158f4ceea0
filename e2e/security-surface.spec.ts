import { mkdirSync, renameSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { cardOf, goTo } from './board-page'
import { type Desk, expect, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

const missions = [{ id: 'A1', name: 'One', status: 'Queued' }]

test('S25 the developer tools stay closed, no key opens them, and a release has no menu item for them', async ({
  launchDesk,
}) => {
  const { app, page, reply } = await launchDesk()
  for (const keys of ['Control+Shift+i', 'Control+Shift+j', 'Control+Shift+c', 'F12']) await page.keyboard.press(keys)
  const open = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => [contents.getType(), contents.isDevToolsOpened()]),
  )
  expect(open).toEqual([['window', false]])

  await app.evaluate(({ app: running }) => Object.defineProperty(running, 'isPackaged', { value: true }))
  await reply('settings.set', { theme: 'dark' })
  const items = () =>
    app.evaluate(({ Menu }) => {
      const all = (menu: Electron.Menu | null | undefined): string[] =>
        (menu?.items ?? []).flatMap((item) => [`${item.role ?? ''} ${item.accelerator ?? ''}`, ...all(item.submenu)])
      return all(Menu.getApplicationMenu())
    })
  await expect
    .poll(async () => (await items()).filter((item) => /devtools|reload|Shift\+I\b|F12/i.test(item)))
    .toEqual([])
  expect((await items()).length).toBeGreaterThan(10)
})

test('S47 a workspace comes only from the dialog or the list of recent ones, both looked at again', async ({
  launchDesk,
  folder,
}) => {
  const root = writeWorkspace(folder, { missions })
  const { app, page, reply } = await launchDesk({ workspace: root })
  const choose = (path: string | null) =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
    }, path)
  const openRoot = async () => {
    const current = await reply('workspace.current', {})
    return current.ok ? current.value?.root : null
  }
  await choose(null)
  const named = await page.evaluate(() =>
    window.cmos.call('workspace.open', { path: '/etc', root: '/etc', folder: '/etc' }),
  )
  expect(named).toMatchObject({ ok: false })
  expect(await reply('workspace.openRecent', { id: '../../etc' })).toMatchObject({ ok: false })
  expect(await reply('workspace.openRecent', { id: root })).toMatchObject({ ok: false, fault: { code: 'not_found' } })
  for (const path of ['/', homedir(), join(folder, 'nowhere'), '/etc/passwd']) {
    await choose(path)
    expect(await reply('workspace.open', {}), path).toMatchObject({ ok: false })
  }
  await choose('/')
  expect(await reply('workspace.create', {})).toMatchObject({ ok: false, fault: { code: 'invalid_input' } })
  expect(await openRoot()).toBe(root)

  const recent = await reply('workspace.recent', {})
  const [known] = recent.ok ? recent.value : []
  expect(known).toMatchObject({ root })
  await reply('workspace.close', {})
  renameSync(root, join(folder, 'elsewhere'))
  mkdirSync(root)
  expect(await reply('workspace.openRecent', { id: known?.id ?? '' })).toMatchObject({ ok: false })
  expect(await openRoot()).toBeUndefined()
})

test('S56 the clipboard holds only what was copied, without the secrets in it', async ({ launchDesk, folder }) => {
  const secret = `ghp_${'a1B2c3D4e5F6g7H8i9J0'.repeat(2).slice(0, 36)}`
  const desk = await launchDesk({
    workspace: writeWorkspace(folder, {
      missions: [...missions, { id: `token=${secret}`, name: 'Two', status: 'Queued', notes: secret }],
    }),
  })
  const { app, page } = desk
  const clipboard = () => app.evaluate(({ clipboard: held }) => held.readText())
  await app.evaluate(({ clipboard: held }) => held.writeText('of another program'))
  await goTo(page, 'Board')
  await cardOf(page, 'A1').click()
  await expect(page.getByRole('complementary', { name: 'Mission' })).toContainText('A1')
  expect(await clipboard()).toBe('of another program')
  await copyCommand(desk)
  await expect.poll(clipboard).toBe("cmos mission start A1 --summary ''")
  await cardOf(page, `token=${secret}`).click()
  await expect(page.getByRole('complementary', { name: 'Mission' })).toContainText('Two')
  await copyCommand(desk)
  await expect.poll(clipboard).toContain('cmos mission start')
  await expect.poll(clipboard).not.toContain('A1')
  expect(await clipboard()).not.toContain(secret)
})

async function copyCommand({ page }: Desk): Promise<void> {
  await page.getByRole('complementary', { name: 'Mission' }).getByRole('button', { name: 'Copy as command' }).click()
}
