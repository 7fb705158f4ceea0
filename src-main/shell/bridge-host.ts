import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Desk } from '../api/desk'
import { CALL_CHANNEL, CHANGE_CHANNEL } from '../contract/bridge'
import type { Reply } from '../contract/reply'
import { isOurs } from './page-origin'

/** Answers the page's calls and tells it what changed: the only place where the two sides meet. */
export function hostBridge(desk: Desk): void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOurPage(event)) return Promise.resolve(refusal)
    return typeof method === 'string' ? desk.call(method, input) : Promise.resolve(refusal)
  })
  desk.onChange((change) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(CHANGE_CHANNEL, change)
  })
}

const refusal: Reply<never> = {
  ok: false,
  fault: { code: 'invalid_input', message: 'This page may not call CMOS Desk.', details: {} },
}

/** The top frame of our own page: not a frame in it, not a page that somebody else loaded, not one that is gone. */
function isOurPage({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false
  return isOurs(senderFrame.url)
}
