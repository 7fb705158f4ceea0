import { writeFileSync } from 'node:fs'
import { setTimeout as later } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'

/** Where nobody can see the window (no display), `npm start` asks for a picture of it by naming a file. */
export function photograph(window: BrowserWindow, file: string | undefined): void {
  if (file === undefined || file === '') return
  window.once('show', async () => {
    // Time enough for the first view's data to be on it.
    await later(1_500)
    writeFileSync(file, (await window.webContents.capturePage()).toPNG())
    process.stderr.write(`The window is open; its picture is in ${file}\n`)
  })
}
