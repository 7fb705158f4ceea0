import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from '../../drizzle/desk-schema'
import { deskMigrations } from '../../drizzle/migrations'
import { newDatabase } from './connection'
import { migrate } from './migrate'
import { faultOf } from './sqlite-fault'

/** The app's own database beside the store. */
export interface DeskDatabase {
  readonly db: BetterSQLite3Database<typeof schema>
  close(): void
}

/** Opens the desk database, creating and migrating it; call it for the first write that needs it, never for a look. */
export function openDeskDatabase(file: string): DeskDatabase {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const client = newDatabase(file, { timeout: 1_000 })
    try {
      client.pragma('journal_mode = WAL')
      client.pragma('synchronous = NORMAL')
      client.pragma('trusted_schema = OFF')
      migrate(client, deskMigrations, true)
      return { db: drizzle(client, { schema }), close: () => client.close() }
    } catch (error) {
      client.close()
      throw error
    }
  } catch (error) {
    throw faultOf(error, file)
  }
}
