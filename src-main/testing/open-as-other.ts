import { sql } from 'drizzle-orm'
import { openStore } from '../store/store'

/** Opens a store, reads and tries to write it; for a process that runs as somebody else. */
export function look(database: string): Record<string, unknown> {
  try {
    const store = openStore(database, { mode: 'read-write', busyTimeout: 100 })
    const missions = store.read((reader) => reader.all<{ n: number }>(sql`SELECT count(*) AS n FROM missions`)[0]?.n)
    const { writable, readOnlyReason } = store.capabilities
    return {
      missions,
      writable,
      reason: readOnlyReason,
      code: codeOf(() => store.write((tx) => tx.run(sql`DELETE FROM missions`))),
    }
  } catch (error) {
    return { code: codeOf(() => Promise.reject(error)), error: String(error) }
  }
}

function codeOf(run: () => unknown): unknown {
  try {
    run()
    return 'written'
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : String(error)
  }
}
