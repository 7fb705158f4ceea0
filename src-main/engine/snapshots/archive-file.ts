import { basename, dirname, join } from 'node:path'

/**
 * The desk database that holds a store's archived snapshots, beside it; null for a store that is not a workspace's own
 * `db/cmos.sqlite`, since several stores may lie in one folder.
 */
export function archiveFile(store: { readonly path: string }): string | null {
  const folder = dirname(store.path)
  return basename(store.path) === 'cmos.sqlite' && basename(folder) === 'db' ? join(folder, 'desk.sqlite') : null
}
