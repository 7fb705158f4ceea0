import { DomainError } from '../../domain/fault'
import { type PackedBatch, readArchive } from '../../store/archive-rows'
import { type FullSnapshot, storeLife } from '../../store/old-snapshots'
import {
  countSnapshots,
  readSnapshotHeads,
  readSnapshotPlaces,
  readSnapshotRow,
  type SnapshotHead,
  type SnapshotPlace,
} from '../../store/read-contexts'
import type { Reader, Store } from '../../store/store'
import { archiveFile } from './archive-file'
import { unpackSnapshots } from './pack-snapshots'

/** The snapshots of one context, those in the store and those in the archive, as one history. */
export interface History {
  readonly total: number
  /** Why the archived ones are missing; null when they are not. */
  readonly fault: string | null
  /** Newest first, those before an id. */
  page(page: { readonly before?: number | undefined; readonly limit: number }): SnapshotHead[]
  /** A snapshot's text and time; undefined when there is none of that id, an empty text when it was pruned. */
  version(id: number): { text: string; createdAt: string | null } | undefined
}

/** Looks at a context's history without changing anything; what leaves the store meanwhile is not missed. */
export function historyOf(store: Store, reader: Reader, context: string): History {
  // The store first: a snapshot is written to the archive before it leaves the store.
  const plain = countSnapshots(reader, context)
  const none = openArchive(store, reader, context)
  // Where nothing is archived, a hundred thousand rows need not be looked at one by one.
  if (none.batchOf.size === 0) return plainHistory({ store, reader, context }, { total: plain, fault: none.fault })
  const places = readSnapshotPlaces(reader, context)
  const archive = openArchive(store, reader, context)
  const held = heldBack(archive.batchOf, places)
  const present = new Set(places.map(({ id }) => id))
  const gone = [...held.keys()].filter((id) => !present.has(id)).sort((left, right) => right - left)
  const archived = (id: number) => archive.read(held.get(id)).find((snapshot) => snapshot.id === id)
  return {
    total: places.length + gone.length,
    fault: archive.fault,
    page: ({ before = Number.MAX_SAFE_INTEGER, limit }) => {
      const plain = readSnapshotHeads(reader, store.capabilities, { context, before, limit })
      const older = gone.filter((id) => id < before).slice(0, limit)
      const heads = [...plain.map((head) => restored(head, archived)), ...older.flatMap((id) => headOf(archived(id)))]
      return heads.sort((left, right) => right.id - left.id).slice(0, limit)
    },
    version: (id) => {
      const row = readSnapshotRow(reader, context, id)
      if (row !== undefined && row.text !== '') return row
      const snapshot = archived(id)
      return snapshot === undefined ? row : { text: snapshot.text, createdAt: snapshot.at }
    },
  }
}

interface Place {
  readonly store: Store
  readonly reader: Reader
  readonly context: string
}

/** The history of a context whose snapshots all stand in the store. */
function plainHistory({ store, reader, context }: Place, known: Pick<History, 'total' | 'fault'>): History {
  return {
    ...known,
    page: ({ before = Number.MAX_SAFE_INTEGER, limit }) =>
      readSnapshotHeads(reader, store.capabilities, { context, before, limit }),
    version: (id) => readSnapshotRow(reader, context, id),
  }
}

interface Archive {
  /** The batch that holds a snapshot; of two with the same id the one that was archived last. */
  readonly batchOf: ReadonlyMap<number, number>
  readonly fault: string | null
  read(batch: number | undefined): readonly FullSnapshot[]
}

function openArchive(store: Store, reader: Reader, context: string): Archive {
  const file = archiveFile(store)
  const known = new Map<number, readonly FullSnapshot[]>()
  const read = (batch: number): readonly FullSnapshot[] => {
    const found = file === null ? undefined : readArchive(file, (archive) => archive.batches([batch]))
    return (found ?? []).flatMap((packed: PackedBatch) => unpackSnapshots(packed))
  }
  try {
    const life = storeLife(reader)
    const heads = file === null ? undefined : readArchive(file, (archive) => archive.heads({ context, life }))
    const batchOf = new Map(
      (heads ?? []).flatMap(({ batch, snapshots }) => snapshots.map((id) => [id, batch] as const)),
    )
    return {
      batchOf,
      fault: null,
      read: (batch) => {
        if (batch === undefined) return []
        const snapshots = known.get(batch) ?? read(batch)
        known.set(batch, snapshots)
        return snapshots
      },
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { batchOf: new Map(), fault: error.message, read: () => [] }
  }
}

/**
 * The archived snapshots that belong to the store as it is. One that stands in the store as a whole is read there; one
 * newer than everything in the store is from before an older state was restored.
 */
function heldBack(batchOf: ReadonlyMap<number, number>, places: readonly SnapshotPlace[]): ReadonlyMap<number, number> {
  const newest = places.at(-1)?.id ?? Number.POSITIVE_INFINITY
  const whole = new Set(places.filter(({ pruned }) => !pruned).map(({ id }) => id))
  return new Map([...batchOf].filter(([id]) => id <= newest && !whole.has(id)))
}

/** A snapshot whose text alone left the store. */
function restored(head: SnapshotHead, archived: (id: number) => FullSnapshot | undefined): SnapshotHead {
  const snapshot = head.pruned ? archived(head.id) : undefined
  return snapshot === undefined ? head : { ...head, bytes: Buffer.byteLength(snapshot.text), pruned: false }
}

function headOf(snapshot: FullSnapshot | undefined): SnapshotHead[] {
  if (snapshot === undefined) return []
  const { id, at, source, session, hash, text } = snapshot
  return [{ id, createdAt: at, source, session, hash, bytes: Buffer.byteLength(text), pruned: false }]
}
