import type { Database } from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from '../../drizzle/schema'
import { DomainError } from '../domain/fault'
import { type Capabilities, readCapabilities } from './capabilities'
import { openConnection } from './connection'
import { faultOf } from './sqlite-fault'
import { inspectStoreFile, isReplaced, type StoreFile } from './store-file'
import { runTransaction } from './transaction'

/** Statements that only read; `.all()` or `.get()`, never an open iterator. */
export type Reader = BetterSQLite3Database<typeof schema>
declare const inTransaction: unique symbol
/** Statements inside the one write transaction: save functions ask for it, so a write outside one does not compile. */
export type Tx = Reader & { readonly [inTransaction]: true }

/** One open CMOS store. */
export interface Store {
  readonly path: string
  readonly capabilities: Capabilities
  readonly journalMode: string
  /** Runs plain reads; SQLite's errors come back as refusals an operator can act on. */
  read<T>(run: (reader: Reader) => T): T
  /** Runs the work in one immediate transaction, tried again while another program is writing. */
  write<T>(run: (tx: Tx) => T): T
  /** Moves when another program committed; our own commits do not move it. */
  dataVersion(): number
  /** True when the file was removed or replaced behind the open connection. */
  isReplaced(): boolean
  close(): void
}

/** Opens an existing store of any generation; what could not be written safely opens for reading and says why. */
export function openStore(
  path: string,
  options: { readonly mode: 'read-write' | 'read-only'; readonly busyTimeout: number },
): Store {
  const file = inspectStoreFile(path)
  const readOnly = options.mode === 'read-only' || !file.writable
  try {
    const { client, journalMode } = openConnection(path, { readOnly, busyTimeout: options.busyTimeout })
    try {
      const found = readCapabilities(client, path, reasons(path, file, options.mode))
      const capabilities = {
        ...found,
        warnings: [...file.warnings, ...journalWarnings(path, file, journalMode), ...found.warnings],
      }
      return storeOf(client, { path, file, journalMode, capabilities, busyTimeout: options.busyTimeout })
    } catch (error) {
      client.close()
      throw error
    }
  } catch (error) {
    throw faultOf(error, path)
  }
}

function reasons(path: string, file: StoreFile, mode: 'read-write' | 'read-only'): string[] {
  if (mode === 'read-only') return ['The store was opened for reading only.']
  if (file.writable) return []
  return [
    `You may not write to ${path} or its folder, so it is opened for reading only. Change the permissions, then open it again.`,
  ]
}

function journalWarnings(path: string, file: StoreFile, journalMode: string): string[] {
  if (journalMode === 'wal') {
    return [
      'The store uses a write-ahead log: every other program that writes it needs SQLite 3.51.3 or newer (or 3.50.7, 3.44.6), and a copy of cmos.sqlite alone is no backup.',
    ]
  }
  return file.hotJournal
    ? [`An interrupted write of another program was found beside ${path}; SQLite rolls it back.`]
    : []
}

interface Opened {
  readonly path: string
  readonly file: StoreFile
  readonly journalMode: string
  readonly capabilities: Capabilities
  readonly busyTimeout: number
}

function storeOf(client: Database, opened: Opened): Store {
  const { path, capabilities, journalMode } = opened
  const reader: Reader = drizzle(client, { schema })
  // The brand exists for the compiler only: the same statements, handed out nowhere but inside a transaction.
  const tx = reader as Tx
  const version = client.prepare('PRAGMA data_version').pluck()
  const replaced = () => isReplaced(path, opened.file.identity)
  return {
    path,
    capabilities,
    journalMode,
    read: (run) => mapped(path, () => run(reader)),
    write: (run) => {
      if (!capabilities.writable) throw new DomainError('read_only', capabilities.readOnlyReason ?? '', { path })
      if (replaced()) throw replacedFault(path)
      return mapped(path, () => runTransaction(client, opened.busyTimeout, () => run(tx)))
    },
    dataVersion: () => mapped(path, () => Number(version.get())),
    isReplaced: replaced,
    close: () => client.close(),
  }
}

function mapped<T>(path: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw faultOf(error, path)
  }
}

function replacedFault(path: string): DomainError {
  return new DomainError(
    'store_replaced',
    `${path} was removed or replaced while it was open. Nothing was written; open the workspace again.`,
    { path },
  )
}
