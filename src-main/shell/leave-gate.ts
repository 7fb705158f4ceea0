import { app, type BrowserWindow, dialog } from 'electron'
import type { JobBoard } from '../api/job-board'
import { isAsked, isAtWork, type Job } from '../domain/job'

const WAIT = 0
const LEAVE = 1

/** Asks before the window closes while work that somebody asked for is under way; leaving stops it and undoes it. */
export function guardLeaving(window: BrowserWindow, jobs: JobBoard): void {
  let asking = false
  let quitting = false
  const onQuit = () => {
    quitting = true
  }
  app.on('before-quit', onQuit)
  window.on('closed', () => app.off('before-quit', onQuit))
  window.on('close', (event) => {
    const running = jobs.list().filter((job) => isAtWork(job) && isAsked(job))
    if (running.length === 0) return
    event.preventDefault()
    if (asking) return
    asking = true
    const leave = quitting ? () => app.quit() : () => window.close()
    void askToLeave(window, running)
      .then(async (leaving) => {
        if (leaving) await jobs.stopAll()
        else quitting = false
        return leaving
      })
      .then((leaving) => leaving && leave())
      .finally(() => {
        asking = false
      })
  })
}

async function askToLeave(window: BrowserWindow, running: readonly Job[]): Promise<boolean> {
  const work = running.map(({ title, workspace }) => `${title} (${workspace})`).join('\n')
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: running.length === 1 ? 'A job is still running.' : `${running.length} jobs are still running.`,
    detail: `${work}\n\nLeaving stops it; what is half done is undone, and nothing of it counts.`,
    buttons: ['Keep Working', 'Stop and Leave'],
    defaultId: WAIT,
    cancelId: WAIT,
    noLink: true,
  })
  return response === LEAVE
}
