import type { Database } from 'better-sqlite3'
import { DomainError } from '../domain/fault'
import { type Capabilities, readCapabilities } from './capabilities'
import { openConnection } from './connection'
import { type SchemaState, watchSchema } from './schema-state'
import { faultOf } from './sqlite-fault'
import { type Reader, statementsOf, type Tx } from './statements'
import { inspectStoreFile, isReplaced, type StoreFile } from './store-file'
import { runTransaction } from './transaction'

export type { Reader, Tx } from './statements'

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
  /** From now on the store is only read, for a reason in a sentence: damage that was found by looking elsewhere. */
  distrust(reason: string): void
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
      const schemaState = watchSchema(client, () => {
        const found = readCapabilities(client, path, reasons(path, file, options.mode))
        return {
          ...found,
          warnings: [...file.warnings, ...journalWarnings(path, file, journalMode), ...found.warnings],
        }
      })
      return storeOf(client, schemaState, { path, file, journalMode, busyTimeout: options.busyTimeout })
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
  readonly busyTimeout: number
}

function storeOf(client: Database, found: SchemaState, opened: Opened): Store {
  const { path, journalMode } = opened
  // The brand exists for the compiler only: the same statements, handed out whole nowhere but inside a transaction.
  const tx = statementsOf(client) as Tx
  const version = client.prepare('PRAGMA data_version').pluck()
  const replaced = () => isReplaced(path, opened.file.identity)
  const mapped = <T>(run: () => T): T => withFaults(run, path, found)
  const requireWritable = () => {
    const { writable, readOnlyReason } = found.capabilities()
    if (!writable) throw new DomainError('read_only', readOnlyReason ?? '', { path })
  }
  return {
    path,
    get capabilities() {
      return found.capabilities()
    },
    journalMode,
    read: (run) => mapped(() => run(tx)),
    write: (run) => {
      requireWritable()
      if (replaced()) throw replacedFault(path)
      return mapped(() =>
        runTransaction(client, opened.busyTimeout, () => {
          found.refresh()
          requireWritable()
          return run(tx)
        }),
      )
    },
    dataVersion: () =>
      mapped(() => {
        found.refresh()
        return Number(version.get())
      }),
    isReplaced: replaced,
    distrust: found.close,
    close: () => client.close(),
  }
}

function withFaults<T>(run: () => T, path: string, found: SchemaState): T {
  try {
    return run()
  } catch (error) {
    const fault = faultOf(error, path)
    // Writes beside a damaged page would still succeed, and make the damage worse.
    if (fault instanceof DomainError && isDamage(fault)) found.close(fault.message)
    throw fault
  }
}

function isDamage(fault: DomainError): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(fault.details.sqlite ?? '')
}

function replacedFault(path: string): DomainError {
  return new DomainError(
    'store_replaced',
    `${path} was removed or replaced while it was open. Nothing was written; open the workspace again.`,
    { path },
  )
}
