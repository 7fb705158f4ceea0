import Database from 'better-sqlite3'

const WAL_SIZE_LIMIT = 64 * 1024 * 1024

/** A connection to a database file that must exist, with the settings under which nothing acknowledged is ever lost. */
export function openConnection(
  file: string,
  options: { readonly readOnly: boolean; readonly busyTimeout: number },
): { client: Database.Database; journalMode: string } {
  const client = newDatabase(file, { fileMustExist: true, readonly: options.readOnly, timeout: options.busyTimeout })
  try {
    client.exec(
      'PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY',
    )
    // Opening almost never fails; the first read does.
    client.pragma('schema_version')
    const journalMode = String(client.pragma('journal_mode', { simple: true }))
    if (options.readOnly) client.pragma('query_only = ON')
    else setDurability(client, journalMode)
    return { client, journalMode }
  } catch (error) {
    client.close()
    throw error
  }
}

/** A new better-sqlite3 handle; another runtime than the one it was built for names its own binding. */
export function newDatabase(file: string, options: Database.Options): Database.Database {
  const nativeBinding = process.env.CMOS_SQLITE_BINDING
  return new Database(file, nativeBinding ? { ...options, nativeBinding } : options)
}

function setDurability(client: Database.Database, journalMode: string): void {
  if (journalMode === 'wal') {
    // better-sqlite3 would open it with NORMAL, which loses acknowledged commits on a power cut.
    client.pragma('synchronous = FULL')
    client.pragma(`journal_size_limit = ${WAL_SIZE_LIMIT}`)
  } else {
    client.pragma('synchronous = EXTRA')
  }
}
