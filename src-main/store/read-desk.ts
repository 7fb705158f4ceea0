import { closeSync, existsSync, lstatSync, openSync, readSync } from 'node:fs'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { newDatabase } from './connection'

const HEADER_BYTES = 100
const READ_VERSION_AT = 19
const CHANGE_COUNTER_AT = 24
const USER_VERSION_AT = 60
const ROLLBACK_JOURNAL = 1
const PATIENCE = 250

export type DeskReader = BetterSQLite3Database

/**
 * Reads from a desk database without leaving a trace of the look. Undefined when there is none, or none of that version
 * yet; what SQLite throws of a busy or broken one is thrown on.
 */
export function readDesk<T>(file: string, since: number, read: (desk: DeskReader) => T): T | undefined {
  if (!isDeskOf(file, since)) return undefined
  // What a killed writer left half done is rolled back by whoever opens the file next and may write.
  const readonly = !existsSync(`${file}-journal`)
  const client = newDatabase(file, { fileMustExist: true, readonly, timeout: PATIENCE })
  try {
    client.pragma('trusted_schema = OFF')
    // Opening may have rolled back the very write that made it newer.
    if (Number(client.pragma('user_version', { simple: true })) < since) return undefined
    return read(drizzle(client))
  } finally {
    client.close()
  }
}

/** Words that change with every commit to a desk database; empty while there is none. */
export function deskState(file: string): string {
  const found = lstatSync(file, { throwIfNoEntry: false })
  const header = found?.isFile() === true ? headerOf(file) : undefined
  return header === undefined ? '' : `${found?.ino} ${found?.size} ${header.readUInt32BE(CHANGE_COUNTER_AT)}`
}

/** Asked of the file's first bytes: opening a database with a write-ahead log would already create files beside it. */
function isDeskOf(file: string, since: number): boolean {
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false
  const header = headerOf(file)
  if (header === undefined) return false
  return header[READ_VERSION_AT] === ROLLBACK_JOURNAL && header.readUInt32BE(USER_VERSION_AT) >= since
}

function headerOf(file: string): Buffer | undefined {
  const header = Buffer.alloc(HEADER_BYTES)
  const descriptor = openSync(file, 'r')
  try {
    return readSync(descriptor, header, 0, HEADER_BYTES, 0) < HEADER_BYTES ? undefined : header
  } finally {
    closeSync(descriptor)
  }
}
