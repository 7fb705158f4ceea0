import { canonicalJson, prettyJson } from '../../domain/json-text'
import { mergeContexts } from '../../domain/merge-contexts'
import { eventKey } from '../../domain/merge-sessions'
import type { MigrationReport } from '../../domain/seeding'
import { nowText } from '../../domain/timestamp'
import { saveContext, saveSnapshot } from '../../store/context-rows'
import { openStore, type Store } from '../../store/store'
import { insertRow } from '../../store/write-rows'
import type { BackupPlace } from '../backups/backup-folder'
import { createBackup } from '../backups/create-backup'
import { CONTEXT_IDS, readStoreFiles } from './legacy-files'
import { type Merged, withConflicts } from './merged-workspace'
import { eventRowOf } from './session-lines'

type StoreReport = NonNullable<MigrationReport['store']>

const PATIENCE = 5_000

/** What a migration would add to a store. It changes nothing. */
export function planForStore(database: string, merged: Merged): StoreReport {
  const store = openStore(database, { mode: 'read-only', busyTimeout: PATIENCE })
  try {
    const { events, contexts } = additions(store, merged)
    return { database, added: events.length, contexts: contexts.map(({ id }) => id), backup: null }
  } finally {
    store.close()
  }
}

/** Adds the events that a store does not have, and fills the gaps of its contexts; a backup is made first. */
export function addToStore(order: BackupPlace & { readonly now: Date }, merged: Merged): StoreReport {
  const { database } = order
  const backup = createBackup({ ...order, reason: 'before migration' })
  const store = openStore(database, { mode: 'read-write', busyTimeout: PATIENCE })
  try {
    return store.write((tx) => {
      const { events, contexts } = additions(store, merged)
      const at = nowText(order.now)
      for (const line of events) addEvent(tx, store, line)
      for (const { id, content, canonical } of contexts) {
        saveContext(tx, store.capabilities, { id, content, at })
        const snapshot = { contextId: id, sessionId: null, source: 'migration', canonical, content, at }
        saveSnapshot(tx, store.capabilities, snapshot)
      }
      return { database, added: events.length, contexts: contexts.map(({ id }) => id), backup: backup.name }
    })
  } finally {
    store.close()
  }
}

function addEvent(tx: Parameters<Parameters<Store['write']>[0]>[0], store: Store, line: string): void {
  const row = eventRowOf(line)
  if (row === undefined) return
  const { nextHint, rawEvent, ...columns } = row
  insertRow(tx, store.capabilities, 'session_events', { ...columns, next_hint: nextHint, raw_event: rawEvent })
}

function additions(store: Store, merged: Merged) {
  const now = readStoreFiles(store)
  const known = new Map<string, number>()
  for (const line of now.sessions) known.set(eventKey(line), (known.get(eventKey(line)) ?? 0) + 1)
  const events = merged.sessions.filter((line) => {
    const key = eventKey(line)
    const left = known.get(key) ?? 0
    if (left > 0) known.set(key, left - 1)
    return left === 0
  })
  const contexts = (['project', 'master'] as const).flatMap((name) => {
    // The store is what programs work with: its word stands before that of any file.
    const { document } = withConflicts(mergeContexts(now[name], merged[name]))
    const canonical = canonicalJson(document)
    if (canonical === canonicalJson(now[name])) return []
    return [{ id: CONTEXT_IDS[name], content: prettyJson(document), canonical }]
  })
  return { events, contexts }
}
