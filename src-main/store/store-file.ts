import { accessSync, closeSync, constants, lstatSync, openSync, readSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DomainError } from '../domain/fault'

const MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 20
const WAL_VERSION = 2

/** Which file on which disk a path led to when it was opened. */
export interface FileIdentity {
  readonly device: number
  readonly inode: number
}

/** What can be told about a store's file before any connection of this process exists. */
export interface StoreFile {
  readonly identity: FileIdentity
  readonly writable: boolean
  readonly hotJournal: boolean
  readonly warnings: readonly string[]
}

/**
 * Looks at a store's file before it is opened: what SQLite would open without a word, or would even change by opening,
 * is refused here. Call it only while this process has no connection to the file: closing a descriptor of an open
 * database drops SQLite's locks on it.
 */
export function inspectStoreFile(path: string): StoreFile {
  const stats = regularFile(path)
  const walHeader = checkHeader(path)
  return {
    identity: { device: stats.dev, inode: stats.ino },
    writable: mayWrite(path) && mayWrite(dirname(path)),
    hotJournal: sizeOf(`${path}-journal`) > 0,
    warnings: checkWal(path, walHeader),
  }
}

/** True when the path no longer leads to the file it led to when it was opened. */
export function isReplaced(path: string, identity: FileIdentity): boolean {
  const now = statSync(path, { throwIfNoEntry: false })
  return now === undefined || now.ino !== identity.inode || now.dev !== identity.device
}

function regularFile(path: string): Stats {
  const stats = statOrUndefined(path)
  if (stats === undefined) {
    throw new DomainError('not_a_store', `There is no store at ${path}. Check the path, or create a workspace.`, {
      path,
    })
  }
  if (stats.isSymbolicLink()) {
    throw new DomainError('not_a_store', `${path} is a symbolic link. Open the file it points to instead.`, { path })
  }
  if (!stats.isFile()) {
    throw new DomainError('not_a_store', `${path} is not a file. Choose the workspace folder or its cmos.sqlite.`, {
      path,
    })
  }
  if (stats.size === 0) {
    throw new DomainError(
      'not_a_store',
      `${path} is empty (0 bytes), so there is no backlog in it. Restore a copy, or remove the file and create a workspace.`,
      { path },
    )
  }
  return stats
}

function statOrUndefined(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ELOOP') return undefined
    throw unreadable(path, code)
  }
}

/** Returns whether the header says that the store uses a write-ahead log. */
function checkHeader(path: string): boolean {
  const header = readHeader(path)
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new DomainError(
      'corrupt',
      `${path} is not an SQLite database. It was left as it is; put a good copy back in its place, then open it again.`,
      { path },
    )
  }
  const readVersion = header[19] ?? 0
  if (readVersion > WAL_VERSION || (header[18] ?? 0) > WAL_VERSION) {
    throw new DomainError('corrupt', `${path} was written by a newer SQLite than this program knows.`, { path })
  }
  return readVersion === WAL_VERSION
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  try {
    const descriptor = openSync(path, 'r')
    try {
      readSync(descriptor, header, 0, HEADER_BYTES, 0)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw unreadable(path, errorCode(error))
  }
  return header
}

/** A log that does not belong to the store would be replayed over it by opening, and no check would notice. */
function checkWal(path: string, walHeader: boolean): string[] {
  const log = sizeOf(`${path}-wal`)
  if (!walHeader && log > 0) {
    throw new DomainError(
      'corrupt',
      `Beside ${path} lies a write-ahead log (${path}-wal) that does not belong to it; opening would mix another store's rows in. Move the -wal file away, then open it again.`,
      { path },
    )
  }
  if (walHeader && log === 0 && sizeOf(`${path}-shm`) > 0) {
    return [`The write-ahead log of ${path} is missing: the last changes other programs made may be lost.`]
  }
  return []
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function unreadable(path: string, code: string): DomainError {
  return new DomainError(
    'not_a_store',
    `${path} cannot be read (${code}). Check its permissions and those of its folder.`,
    {
      path,
    },
  )
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}
