import { nativeTheme } from 'electron'
import type { Desk } from '../api/desk'
import type { Output } from '../contract/contract'
import type { Reply } from '../contract/reply'
import { showMenu } from './menu'

/** Keeps the menu and the theme as the application says they are, now and after every change of theirs. */
export async function mirrorDesk(desk: Desk): Promise<void> {
  let shown = ''
  const openRecent = (id: string) => void desk.call('workspace.openRecent', { id })
  const mirror = async () => {
    const [settings, recent, workspace] = await Promise.all([
      ask(desk, 'settings.get'),
      ask(desk, 'workspace.recent'),
      ask(desk, 'workspace.current'),
    ])
    const theme = settings?.theme ?? 'system'
    const state = { open: Boolean(workspace), writable: workspace?.writable ?? false, theme, recent: recent ?? [] }
    const seen = JSON.stringify(state)
    // Other programs' commits ask again and again, and putting up a menu takes longer than comparing it.
    if (seen === shown) return
    shown = seen
    nativeTheme.themeSource = theme
    showMenu({ ...state, openRecent })
  }
  desk.onChange(({ topics }) => {
    if (topics.some((topic) => topic === 'settings' || topic === 'workspace')) void mirror()
  })
  await mirror()
}

/** Opens the workspace that was open last, if it is still there; answers null when there is none. */
export async function reopenLast(desk: Desk): Promise<Reply<unknown> | null> {
  const [last] = (await ask(desk, 'workspace.recent')) ?? []
  return last === undefined || last.missing ? null : desk.call('workspace.openRecent', { id: last.id })
}

/** The answer of a query that takes nothing; undefined when it was refused. */
async function ask<M extends 'settings.get' | 'workspace.recent' | 'workspace.current'>(
  desk: Desk,
  method: M,
): Promise<Output<M> | undefined> {
  const reply = await desk.call(method, {})
  // The router answers with exactly the contract's output.
  return reply.ok ? (reply.value as Output<M>) : undefined
}
