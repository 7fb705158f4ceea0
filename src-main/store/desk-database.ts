import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { deskMigrations } from '../../drizzle/migrations'
import { newDatabase } from './connection'
import { migrate } from './migrate'
import { faultOf } from './sqlite-fault'

/** The app's own database beside the store. */
export interface DeskDatabase {
  readonly db: BetterSQLite3Database
  close(): void
}

/** Where the desk database of a workspace is, if it has one yet. */
export function deskFile(root: string): string {
  return join(root, 'db', 'desk.sqlite')
}

/** Opens the desk database, creating and migrating it; call it for the first write that needs it, never for a look. */
export function openDeskDatabase(file: string, patience = 1_000): DeskDatabase {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const client = newDatabase(file, { timeout: patience })
    try {
      // It is opened for one write at a time, and a look at it must not leave the files of a write-ahead log.
      client.pragma('journal_mode = DELETE')
      client.pragma('synchronous = EXTRA')
      client.pragma('trusted_schema = OFF')
      migrate(client, deskMigrations, true)
      return { db: drizzle(client), close: () => client.close() }
    } catch (error) {
      client.close()
      throw error
    }
  } catch (error) {
    throw faultOf(error, file)
  }
}
