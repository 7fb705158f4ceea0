import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncBacklogFile } from '../../engine/files/backlog-file'
import { unwatched } from '../../engine/job'
import { seedStore } from '../../engine/seeding/seed-store'
import { packageStarter } from '../../engine/starters/package-starter'
import { resetStarter } from '../../engine/starters/reset-starter'
import { openWorkspace } from '../../engine/workspace'

/** Work that takes its time and must leave nothing half done. */
export const LONG_WORK = ['seed', 'package', 'reset', 'views'] as const
export type LongWork = (typeof LONG_WORK)[number]

/** The folder of the operator's own data, beside the workspace. */
export function userDataOf(database: string): string {
  return join(dirname(dirname(dirname(database))), 'user-data')
}

/** Does one piece of long work on the workspace of a store. */
export async function doLongWork(work: LongWork, database: string): Promise<void> {
  const place = { root: dirname(dirname(database)), database, userData: userDataOf(database) }
  mkdirSync(place.userData, { recursive: true })
  const now = new Date()
  if (work === 'seed') await seedStore({ ...place, dataRoot: place.root, now }, unwatched)
  else if (work === 'package') await packageStarter({ ...place, waivers: [] }, now, unwatched)
  else if (work === 'views') withStore(place, ({ root, store }) => syncBacklogFile(root, store))
  else await resetStarter({ ...place, confirm: withStore(place, ({ name }) => name) }, now, unwatched)
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
