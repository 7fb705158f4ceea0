import { type BrowserWindow, dialog, shell } from 'electron'
import { DomainError } from '../domain/fault'
import { gateLink } from './link-gate'

/** Opens a link in the browser after the operator saw the real host and agreed. */
export async function openLink(link: string, parent: BrowserWindow | null): Promise<void> {
  const gated = gateLink(link)
  if ('refused' in gated) throw new DomainError('unsupported', `${gated.refused} It was not opened.`)
  const question = {
    type: 'question' as const,
    message: `Open a page of ${gated.url.host} in your browser?`,
    detail: gated.url.href.length > 500 ? `${gated.url.href.slice(0, 500)}…` : gated.url.href,
    buttons: ['Cancel', 'Open'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  const { response } = parent ? await dialog.showMessageBox(parent, question) : await dialog.showMessageBox(question)
  if (response !== 1) throw new DomainError('cancelled', 'The link was not opened.')
  await shell.openExternal(gated.url.href)
}
