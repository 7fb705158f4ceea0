import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncBacklogFile } from '../../engine/files/backlog-file'
import { unwatched } from '../../engine/job'
import { migrateWorkspace } from '../../engine/seeding/migrate-workspace'
import { seedStore } from '../../engine/seeding/seed-store'
import { packageStarter } from '../../engine/starters/package-starter'
import { resetStarter } from '../../engine/starters/reset-starter'
import { archiveStreams } from '../../engine/stream-archive/archive-streams'
import { bringViewsInStep } from '../../engine/views/keep-views'
import { openWorkspace } from '../../engine/workspace'

/** Work that takes its time and must leave nothing half done. */
export const LONG_WORK = ['seed', 'package', 'reset', 'views'] as const
export type LongWork = (typeof LONG_WORK)[number]

/** Work that may be broken off at any moment, and that the next run finishes. */
export const FINISHED_WORK = ['migrate', 'archive', 'mirrors'] as const
export type FinishedWork = (typeof FINISHED_WORK)[number]

/** The older workspace that a migration adds, beside the workspace. */
export function olderOf(database: string): string {
  return join(dirname(dirname(dirname(database))), 'older')
}

/** The folder of the operator's own data, beside the workspace. */
export function userDataOf(database: string): string {
  return join(dirname(dirname(dirname(database))), 'user-data')
}

/** Does one piece of long work on the workspace of a store. */
export async function doLongWork(work: LongWork | FinishedWork, database: string): Promise<void> {
  const place = { root: dirname(dirname(database)), database, userData: userDataOf(database) }
  mkdirSync(place.userData, { recursive: true })
  const now = new Date()
  if (work === 'seed') await seedStore({ ...place, dataRoot: place.root, now }, unwatched)
  else if (work === 'package') await packageStarter({ ...place, waivers: [] }, now, unwatched)
  else if (work === 'views') withStore(place, ({ root, store }) => syncBacklogFile(root, store))
  else if (work === 'mirrors') withStore(place, (opened) => bringViewsInStep(opened, { backlog: true }))
  else if (work === 'archive') await archiveStreams({ ...place, olderThanDays: 30, dryRun: false, now }, unwatched)
  else if (work === 'migrate') await migrateWorkspace({ ...place, ...migrated(place), now }, unwatched)
  else await resetStarter({ ...place, confirm: withStore(place, ({ name }) => name) }, now, unwatched)
}

function migrated({ root, database }: { readonly root: string; readonly database: string }) {
  return { source: olderOf(database), target: root, backups: true, files: true }
}

/** Opens the workspace for a moment: long work wants the store closed in its process. */
export function withStore<T>(
  place: { readonly root: string; readonly database: string },
  work: (opened: ReturnType<typeof openWorkspace>) => T,
): T {
  const opened = openWorkspace(place, { mode: 'read-write', busyTimeout: 5_000 })
  try {
    return work(opened)
  } finally {
    opened.close()
  }
}
