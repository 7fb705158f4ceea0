import { DomainError } from '../../domain/fault'
import { nowText } from '../../domain/timestamp'
import { addBatch, type HistoryKey, readArchive } from '../../store/archive-rows'
import {
  contextIds,
  departure,
  type FullSnapshot,
  oldSnapshots,
  releaseSnapshot,
  storeLife,
} from '../../store/old-snapshots'
import type { Store } from '../../store/store'
import { archiveFile } from './archive-file'
import { packSnapshots, unpackSnapshots } from './pack-snapshots'

/**
 * Moves the older of our own snapshots out of the store into the archive in the desk database, so that the store stops
 * growing. They are written there first, durably, and read back; only then do they leave the store, in one transaction
 * that takes what is still the same to the letter. A process killed at any point leaves each of them in at least one
 * place. Answers how many left the store.
 */
export function archiveSnapshots(store: Store, now: Date): number {
  const file = archiveFile(store)
  const how = store.capabilities.writable ? departure(store.capabilities) : null
  // Beside a write-ahead log other programs decide what the store looks like: nothing moves there.
  if (file === null || how === null || store.journalMode !== 'delete') return 0
  const { life, contexts } = store.read((reader) => ({ life: storeLife(reader), contexts: contextIds(reader) }))
  let moved = 0
  for (const context of contexts) {
    const snapshots = store.read((reader) => oldSnapshots(reader, store.capabilities, context))
    if (snapshots.length === 0) continue
    keep(file, { context, life }, snapshots)
    const stamped = snapshots.map((snapshot) => ({ ...snapshot, now: nowText(now) }))
    moved += store.write((tx) => stamped.filter((snapshot) => releaseSnapshot(tx, how, context, snapshot)).length)
  }
  return moved
}

/** Writes what the archive does not hold yet, and makes sure that it now holds all of it. */
function keep(file: string, history: HistoryKey, snapshots: readonly FullSnapshot[]): void {
  const missing = lacking(file, history, snapshots)
  if (missing.length === 0) return
  const base = readArchive(file, (archive) => archive.newestBase(history.context))
  const packed = packSnapshots(missing, base?.packed)
  addBatch(file, {
    ...history,
    snapshots: missing.map(({ id }) => id),
    base: packed.base ?? base?.id ?? 0,
    sha256: packed.sha256,
    packed: packed.packed,
  })
  if (lacking(file, history, missing).length > 0) {
    throw new DomainError('corrupt', `${file} does not hold what was written to it, so no snapshot left the store.`)
  }
}

/** Those that the archive does not hold to the letter. */
function lacking(file: string, history: HistoryKey, snapshots: readonly FullSnapshot[]): readonly FullSnapshot[] {
  const wanted = new Set(snapshots.map(({ id }) => id))
  const held = readArchive(file, (archive) => {
    const batches = archive.heads(history).filter((head) => head.snapshots.some((id) => wanted.has(id)))
    return archive.batches(batches.map(({ batch }) => batch)).flatMap(unpackSnapshots)
  })
  const texts = new Set((held ?? []).map((snapshot) => letter(snapshot)))
  return snapshots.filter((snapshot) => !texts.has(letter(snapshot)))
}

function letter({ id, at, session, source, hash, text }: FullSnapshot): string {
  return JSON.stringify([id, at, session, source, hash, text])
}
