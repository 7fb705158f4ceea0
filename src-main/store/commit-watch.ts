import type { Database } from 'better-sqlite3'
import { openConnection } from './connection'

/** Tells whether anybody has committed to a store since the watch began. */
export interface CommitWatch {
  isStill(): boolean
  close(): void
}

/** Watches a store for commits of others; one that cannot be read has none that could be told. */
export function watchCommits(database: string, patience: number): CommitWatch {
  const client = connected(database, patience)
  if (client === null) return { isStill: () => true, close: () => {} }
  const first = versionOf(client)
  return { isStill: () => versionOf(client) === first, close: () => client.close() }
}

function connected(database: string, patience: number): Database | null {
  try {
    return openConnection(database, { readOnly: false, busyTimeout: patience }).client
  } catch {
    return null
  }
}

function versionOf(client: Database): number {
  return Number(client.pragma('data_version', { simple: true }))
}
