import { closeSync, lstatSync, openSync, readSync } from 'node:fs'
import { eq, lte } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from '../../drizzle/desk-schema'
import { SNOOZES_SINCE } from '../../drizzle/migrations'
import type { Snooze } from '../domain/snooze'
import { newDatabase } from './connection'
import type { DeskDatabase } from './desk-database'

const HEADER_BYTES = 100
const READ_VERSION_AT = 19
const USER_VERSION_AT = 60
const ROLLBACK_JOURNAL = 1

/**
 * Every snooze of a workspace, without leaving a trace of the look. A desk database that is missing, older or broken
 * holds none, so that nothing that is stuck stays hidden because of it.
 */
export function readSnoozes(file: string): Snooze[] {
  try {
    if (!holdsSnoozes(file)) return []
    const client = newDatabase(file, { fileMustExist: true, readonly: true, timeout: 250 })
    try {
      client.pragma('trusted_schema = OFF')
      return drizzle(client, { schema }).select().from(schema.snoozes).all()
    } finally {
      client.close()
    }
  } catch {
    return []
  }
}

/** Keeps a snooze in place of an earlier one of the mission, and forgets those whose time has come. */
export function saveSnooze(desk: DeskDatabase, snooze: Snooze, now: number): void {
  desk.db.transaction(
    (tx) => {
      tx.delete(schema.snoozes).where(lte(schema.snoozes.until, now)).run()
      const { until, since } = snooze
      const { snoozes } = schema
      tx.insert(snoozes).values(snooze).onConflictDoUpdate({ target: snoozes.mission, set: { until, since } }).run()
    },
    { behavior: 'immediate' },
  )
}

/** Wakes a mission. */
export function removeSnooze(desk: DeskDatabase, mission: string): void {
  desk.db.delete(schema.snoozes).where(eq(schema.snoozes.mission, mission)).run()
}

/** Asked of the file's first bytes: opening a database with a write-ahead log would already create files beside it. */
function holdsSnoozes(file: string): boolean {
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false
  const header = Buffer.alloc(HEADER_BYTES)
  const descriptor = openSync(file, 'r')
  try {
    if (readSync(descriptor, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return false
  } finally {
    closeSync(descriptor)
  }
  return header[READ_VERSION_AT] === ROLLBACK_JOURNAL && header.readUInt32BE(USER_VERSION_AT) >= SNOOZES_SINCE
}
