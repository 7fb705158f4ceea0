import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileFault } from '../files/atomic-file'
import { type BackupPlace, makeBackupFolder } from './backup-folder'
import { syncPath } from './file-hash'

/**
 * Keeps a raw copy of a store that SQLite cannot read, with everything that belongs to it, and answers with its folder.
 * Only for a process that has no connection to the store: opening its file would drop SQLite's locks on it.
 */
export function quarantineStore(place: BackupPlace & { readonly now: Date }): string {
  const name = place.now.toISOString().replace(/[-:.]/g, '')
  try {
    const folder = join(makeBackupFolder(place), 'quarantine', name)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const end of ['', '-wal', '-journal']) {
      const file = `${place.database}${end}`
      if (!existsSync(file)) continue
      const copy = join(folder, basename(file))
      copyFileSync(file, copy)
      syncPath(copy, 'file')
    }
    syncPath(folder, 'folder')
    return folder
  } catch (error) {
    throw fileFault(error, place.database)
  }
}
