import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { DomainError } from '../domain/fault'
import { newDatabase, openConnection } from './connection'
import { faultOf } from './sqlite-fault'
import { type Fingerprint, readFingerprint } from './store-fingerprint'

const ALL_PAGES = 0x7fffffff
const PATIENCE = 5_000
const FIRST_PAUSE = 20
const LONGEST_PAUSE = 320

/** What a store holds after it was overwritten, and what SQLite finds wrong with it. */
export interface Overwritten {
  readonly problems: string[]
  readonly fingerprint: Fingerprint
}

/** How a store is overwritten. */
interface How {
  /** For a store that cannot be read, and of which a copy was kept. */
  readonly damaged: boolean
  readonly patience: number
  /** Asked right before each attempt: false when somebody committed what is kept nowhere yet. */
  readonly isStill: () => boolean
}

/**
 * Replaces every row of a live store by those of a good copy, in one step under SQLite's locks: programs that have it
 * open see the old rows until then and the new ones afterwards. Throws `busy` when others do not let go in time; answers
 * null, and changes nothing, when somebody committed to it meanwhile.
 */
export async function overwriteStore(
  good: string,
  live: string,
  { damaged = false, patience = PATIENCE, isStill = () => true }: Partial<How> = {},
): Promise<Overwritten | null> {
  if (!existsSync(live)) throw new DomainError('not_a_store', `There is no store at ${live}.`, { path: live })
  try {
    return (await replaceRows(good, live, { damaged, patience, isStill })) ? look(live) : null
  } catch (error) {
    throw faultOf(error, live)
  }
}

async function replaceRows(good: string, live: string, how: How): Promise<boolean> {
  const source = openConnection(good, { readOnly: true, busyTimeout: PATIENCE }).client
  try {
    const target = how.damaged
      ? openDamaged(live)
      : openConnection(live, { readOnly: false, busyTimeout: PATIENCE }).client
    try {
      requireSamePages(source, target, live)
      return await copyPages(source, target, live, how)
    } finally {
      target.close()
    }
  } finally {
    source.close()
  }
}

/**
 * A connection that does not mind what the store's schema has become. A store cut short says that it has more pages than
 * there are, and SQLite refuses all of it: an empty transaction puts the number right.
 */
function openDamaged(live: string): Database {
  const client = newDatabase(live, { fileMustExist: true, timeout: PATIENCE })
  try {
    client.unsafeMode(true)
    client.pragma('writable_schema = ON')
    client.exec('BEGIN IMMEDIATE')
    client.exec('COMMIT')
    return client
  } catch (error) {
    client.close()
    throw error
  }
}

/** The library answers a locked target like a finished copy; only the target's schema counter tells them apart. */
async function copyPages(
  source: Database,
  target: Database,
  live: string,
  { patience, isStill }: How,
): Promise<boolean> {
  const deadline = performance.now() + patience
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    const before = schemaCounter(target)
    if (!isStill()) return false
    const { totalPages } = await source.backup(live, { progress: () => ALL_PAGES })
    if (totalPages > 0 && schemaCounter(target) !== before) return true
    if (performance.now() + wait >= deadline) {
      throw new DomainError(
        'busy',
        `Another program holds ${live} and did not let go in time. Nothing was restored; close it or wait for it, then try again.`,
        { path: live },
      )
    }
    await pause(wait)
  }
}

function schemaCounter(client: Database): number {
  return Number(client.pragma('schema_version', { simple: true }))
}

function requireSamePages(source: Database, target: Database, live: string): void {
  const pageSize = (client: Database) => Number(client.pragma('page_size', { simple: true }))
  if (!usesLog(target) || pageSize(source) === pageSize(target)) return
  throw new DomainError(
    'unsupported',
    `${live} uses a write-ahead log and pages of another size than the backup, so SQLite cannot put the backup into it. Close every program that uses it and switch it to journal_mode=DELETE, then try again.`,
    { path: live },
  )
}

function usesLog(client: Database): boolean {
  return client.pragma('journal_mode', { simple: true }) === 'wal'
}

function look(live: string): Overwritten {
  const { client, journalMode } = openConnection(live, { readOnly: false, busyTimeout: PATIENCE })
  try {
    // Beside a write-ahead log the copy is durable once it is checkpointed under FULL.
    if (journalMode === 'wal') client.pragma('wal_checkpoint(PASSIVE)')
    client.exec('BEGIN')
    const fingerprint = readFingerprint(client)
    const lines = client.pragma('integrity_check(20)') as { integrity_check: string }[]
    return { fingerprint, problems: lines.map((line) => line.integrity_check).filter((line) => line !== 'ok') }
  } finally {
    client.close()
  }
}
