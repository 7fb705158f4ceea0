import type { Output } from '../contract/contract'
import { STORE_TOPICS } from '../contract/topics'
import { backupIsDue } from '../domain/backup-due'
import { listBackups } from '../engine/backups/list-backups'
import type { Desk } from './desk'

export interface BackupKeeperOptions {
  readonly desk: Desk
  readonly userData: string
  readonly now?: () => number
}

/**
 * Makes backups by itself of the workspace that is open, the sample apart. `look` is called again and again: it makes one
 * when it is due, and costs nothing while nothing happened. Throws what the backup was refused with.
 */
export function keepBackups({ desk, userData, now = Date.now }: BackupKeeperOptions): {
  look(): Promise<void>
} {
  let database: string | null = null
  let lastTry: number | null = null
  let changed = false
  let settled = false
  desk.onChange(({ topics }) => {
    if (!topics.some((topic) => STORE_TOPICS.includes(topic))) return
    changed = true
    settled = false
  })
  const look = async () => {
    if (settled) return
    settled = true
    const workspace = await currentWorkspace(desk)
    if (workspace === null || workspace.sample) return
    if (workspace.database !== database) {
      // Opening announces every topic, though nothing was written.
      database = workspace.database
      lastTry = null
      changed = false
    }
    const newest = newestOf(newestBackup({ database, userData }), lastTry)
    if (backupIsDue({ newest, now: now(), changed })) {
      lastTry = now()
      changed = false
      const about = { database, name: workspace.name, byItself: true }
      await desk.jobs.run('backup.create', { database, userData, reason: 'automatic' }, about)
    } else {
      settled = !changed
    }
  }
  return { look }
}

function newestBackup(place: { readonly database: string; readonly userData: string }): number | null {
  const found = listBackups(place).find(({ verified }) => verified)
  return found?.takenAt ? Date.parse(found.takenAt) : null
}

function newestOf(left: number | null, right: number | null): number | null {
  return left === null || right === null ? (left ?? right) : Math.max(left, right)
}

async function currentWorkspace(desk: Desk): Promise<Output<'workspace.current'>> {
  const reply = await desk.call('workspace.current', {})
  // The router answers with exactly the contract's output.
  return reply.ok ? (reply.value as Output<'workspace.current'>) : null
}
