import { accessSync, constants } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { DomainError } from '../domain/fault'
import { openConnection } from './connection'
import { faultOf } from './sqlite-fault'
import { type Fingerprint, readFingerprint } from './store-fingerprint'

const PATIENCE = 1_000
const ATTEMPTS = 8
const OF_THE_COPY = /^SQLITE_(FULL|CANTOPEN|IOERR_(WRITE|FSYNC|TRUNCATE))/

/**
 * Copies a store of one moment into an empty file and answers with the fingerprint of that moment. Other programs can
 * read all the while; their writes wait for the end. Neither file is touched but by SQLite.
 */
export function copyStore(database: string, target: string): Fingerprint {
  for (let attempt = 1; ; attempt++) {
    try {
      return copyOnce(database, target)
    } catch (error) {
      const fault = faultOf(error, database)
      // Between two attempts a writer that waits for our lock gets its turn.
      if (fault instanceof DomainError && fault.code === 'busy' && attempt < ATTEMPTS) continue
      throw copyFault(fault, target)
    }
  }
}

/** What SQLite finds wrong with a copy that nobody else has open, and its fingerprint. */
export function inspectCopy(file: string): { readonly problems: string[]; readonly fingerprint: Fingerprint } {
  try {
    const { client } = openConnection(file, { readOnly: true, busyTimeout: PATIENCE })
    try {
      const lines = client.pragma('quick_check(20)') as { quick_check: string }[]
      const problems = lines.map((line) => line.quick_check).filter((line) => line !== 'ok')
      return { problems, fingerprint: readFingerprint(client) }
    } finally {
      client.close()
    }
  } catch (error) {
    throw faultOf(error, file)
  }
}

/** What kept the copy from being written is no fault of the store. */
function copyFault(fault: unknown, target: string): unknown {
  const sqlite = fault instanceof DomainError ? (fault.details.sqlite ?? '') : ''
  if (!OF_THE_COPY.test(sqlite)) return fault
  return new DomainError(
    'disk_full',
    `The copy could not be written to ${target} (${sqlite}), and nothing of it was kept. Free some space there, or check that disk.`,
    { path: target, sqlite },
  )
}

function copyOnce(database: string, target: string): Fingerprint {
  const readOnly = !mayWrite(database)
  const guard = openConnection(database, { readOnly, busyTimeout: PATIENCE })
  try {
    const source = openConnection(database, { readOnly, busyTimeout: PATIENCE }).client
    try {
      source.pragma('query_only = OFF')
      return freeze(guard.client, guard.journalMode === 'wal' && !readOnly, () => {
        source.prepare('VACUUM INTO ?').run(target)
      })
    } finally {
      source.close()
    }
  } finally {
    guard.client.close()
  }
}

/**
 * Keeps writers out while the copy is made, so that its rows can be counted against the store's. In a rollback store a
 * reader does that, and other programs wait patiently; beside a write-ahead log it takes the writer's place.
 */
function freeze(guard: Database, asWriter: boolean, work: () => void): Fingerprint {
  guard.exec(asWriter ? 'BEGIN IMMEDIATE' : 'BEGIN')
  try {
    const fingerprint = readFingerprint(guard)
    work()
    return fingerprint
  } finally {
    guard.exec('ROLLBACK')
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
