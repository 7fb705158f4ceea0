import type { Database } from 'better-sqlite3'

/**
 * Brings a database of our own to the newest structure, all steps in one transaction. A store's `user_version` stays 0,
 * as in every known generation: only its creation uses this, so `counted` is false there.
 */
export function migrate(client: Database, migrations: readonly string[], counted: boolean): void {
  const applied = counted ? Number(client.pragma('user_version', { simple: true })) : 0
  if (applied >= migrations.length) return
  client.exec('BEGIN IMMEDIATE')
  try {
    const now = counted ? Number(client.pragma('user_version', { simple: true })) : 0
    for (const step of migrations.slice(now)) client.exec(step)
    if (counted) client.pragma(`user_version = ${migrations.length}`)
    client.exec('COMMIT')
  } finally {
    if (client.inTransaction) client.exec('ROLLBACK')
  }
}
