import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type Database from 'better-sqlite3'
import { newDatabase } from '../connection'
import { faultOf } from '../sqlite-fault'
import { type Reader, statementsOf, type Tx } from '../statements'
import { runTransaction } from '../transaction'
import { INDEX_SCHEMA, INDEX_VERSION } from './index-schema'

/** How long a statement waits for another process, in milliseconds. */
const PATIENCE = 2_000

/** Which store, and whose data folder its index is in. */
export interface IndexPlace {
  readonly database: string
  readonly userData: string
}

/** What is derived from events and can be made again at any time: rollups, full-text search, positions in files. */
export interface IndexDatabase {
  readonly file: string
  readonly client: Database.Database
  readonly reader: Reader
  /** Runs the work in one transaction. */
  write<T>(run: (tx: Tx) => T): T
  close(): void
}

/** The index of a store, outside the workspace: looking at the workspace changes nothing in it. Nothing is created. */
export function indexFile({ database, userData }: IndexPlace): string {
  const id = createHash('sha256').update(canonical(database)).digest('hex').slice(0, 16)
  return join(userData, 'index', `${id}.sqlite`)
}

/** Opens the index, made anew when it is missing, of another version, or damaged. */
export function openIndex(place: IndexPlace): IndexDatabase {
  const file = indexFile(place)
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    return openFitting(file) ?? openFitting(cleared(file)) ?? openFresh(file)
  } catch (error) {
    throw faultOf(error, file)
  }
}

/** The open index, or null when what is there does not fit. */
function openFitting(file: string): IndexDatabase | null {
  const client = newDatabase(file, { timeout: PATIENCE })
  try {
    // It can be made again, so it need not survive a power cut; WAL lets one process fill it while another reads.
    client.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF',
    )
    const version = client.pragma('user_version', { simple: true })
    if (version === 0) createTables(client)
    else if (version !== INDEX_VERSION) {
      client.close()
      return null
    }
    return opened(file, client)
  } catch {
    client.close()
    return null
  }
}

function openFresh(file: string): IndexDatabase {
  const client = newDatabase(file, { timeout: PATIENCE })
  createTables(client)
  return opened(file, client)
}

function opened(file: string, client: Database.Database): IndexDatabase {
  const statements = statementsOf(client)
  // The index is written in transactions of its own, so its statements serve as those of one.
  const tx = statements as Tx
  return {
    file,
    client,
    reader: statements,
    write: (run) => runTransaction(client, PATIENCE, () => run(tx)),
    close: () => client.close(),
  }
}

function createTables(client: Database.Database): void {
  client.transaction(() => {
    client.exec(INDEX_SCHEMA)
    client.pragma(`user_version = ${INDEX_VERSION}`)
  })()
}

/** Clears an index away that does not fit; its name again. */
function cleared(file: string): string {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
  return file
}

/** The same store has one index, by whatever links it is reached. */
function canonical(database: string): string {
  const folder = dirname(resolve(database))
  return join(existsSync(folder) ? realpathSync(folder) : folder, basename(database))
}
