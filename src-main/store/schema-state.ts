import type { Database } from 'better-sqlite3'
import type { Capabilities } from './capabilities'

/** What is known of an open store's schema. */
export interface SchemaState {
  capabilities(): Capabilities
  /** Looks at the tables anew when another program changed them since. */
  refresh(): void
  /** From now on the store is only read. */
  close(reason: string): void
}

/** What the store can hold, kept in step with its schema: other programs rebuild tables while we are open. */
export function watchSchema(client: Database, look: () => Capabilities): SchemaState {
  const version = client.prepare('PRAGMA schema_version').pluck()
  let seen = version.get()
  let current = look()
  let closed: string | null = null
  return {
    capabilities: () => current,
    refresh: () => {
      const now = version.get()
      if (now === seen || closed !== null) return
      current = look()
      seen = now
    },
    close: (reason) => {
      closed = reason
      current = { ...current, writable: false, readOnlyReason: reason, damaged: true }
    },
  }
}
