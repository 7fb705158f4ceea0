import { closeSync, lstatSync, openSync, readSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { DomainError } from '../../domain/fault'
import { openStore } from '../../store/store'

const PATIENCE = 1_000
const MAGIC = 'SQLite format 3\0'

/**
 * Refuses a place where a seed would destroy something else than a store. A damaged or empty `db/cmos.sqlite` is what a
 * seed may have to repair; under any other name only a store may be replaced. Call it where this process has no
 * connection to the store.
 */
export function requireSeedable(database: string): void {
  const stats = lstatSync(database, { throwIfNoEntry: false })
  if (stats === undefined) return
  const refuse = (what: string) => {
    const message = `${database} ${what}, so nothing was written there. Choose another file with --output.`
    return new DomainError('not_a_store', message, { path: database })
  }
  if (stats.isSymbolicLink()) throw refuse('is a symbolic link')
  if (!stats.isFile()) throw refuse('is not a file')
  if (basename(database) === 'cmos.sqlite' && basename(dirname(database)) === 'db') return
  if (!beginsAs(database, MAGIC)) throw refuse('is no store')
  // Refuses a database of another program.
  openStore(database, { mode: 'read-only', busyTimeout: PATIENCE }).close()
}

function beginsAs(path: string, magic: string): boolean {
  const head = Buffer.alloc(magic.length)
  const descriptor = openSync(path, 'r')
  try {
    readSync(descriptor, head, 0, head.length, 0)
  } finally {
    closeSync(descriptor)
  }
  return head.toString('latin1') === magic
}
