import type { Page } from '@playwright/test'
import { type Desk, expect } from './desk'

/** Where the open workspace is. */
export async function sampleRoot(desk: Desk): Promise<string> {
  const current = await desk.reply('workspace.current', {})
  if (!current.ok || current.value === null) throw new Error('No workspace is open.')
  return current.value.root
}

/** Presses the key of a task and waits until it is there. */
export async function openTask(page: Page, key: string, heading: string): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await page.keyboard.press(key)
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
}

/** Goes to a task of the maintenance view by its links. */
export async function goToTask(page: Page, link: RegExp, heading: string): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await page.keyboard.press('Control+9')
  await page.getByRole('navigation', { name: 'Tasks' }).getByRole('link', { name: link }).click()
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
}

/** Does something that shows a file in the file manager, and answers which file. */
export async function askForPath(desk: Desk, act: () => Promise<void>): Promise<string> {
  await desk.app.evaluate(({ shell }) => {
    const kept = globalThis as unknown as { revealed: string }
    kept.revealed = ''
    shell.showItemInFolder = (path) => {
      kept.revealed = path
    }
  })
  await act()
  const revealed = () => desk.app.evaluate(() => (globalThis as unknown as { revealed: string }).revealed)
  await expect.poll(revealed).not.toBe('')
  return revealed()
}

/** Stands in for the operator in the native folder dialog; nothing else can. */
export async function willChoose(desk: Desk, folder: string | null): Promise<void> {
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: path === null, filePaths: path === null ? [] : [path] })
  }, folder)
}
