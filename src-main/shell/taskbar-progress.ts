import { BrowserWindow } from 'electron'
import type { Desk } from '../api/desk'
import { isAsked, isAtWork } from '../domain/job'

const NONE = -1
/** More than 1: the system shows that something goes on without saying how far it is. */
const UNKNOWN = 2

/** Shows on the taskbar how far the work is that somebody asked for, where the system can. */
export function mirrorProgress(desk: Desk): void {
  desk.onChange(({ topics }) => {
    if (!topics.includes('jobs')) return
    const running = desk.jobs.list().find((job) => isAtWork(job) && isAsked(job))
    const { done, total } = running?.progress ?? { done: 0, total: null }
    const fraction = total === null || total === 0 ? UNKNOWN : Math.min(1, done / total)
    for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(running === undefined ? NONE : fraction)
  })
}
