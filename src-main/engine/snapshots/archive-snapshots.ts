import { DomainError } from '../../domain/fault'
import { nowText } from '../../domain/timestamp'
import {
  type ArchiveReader,
  addBatches,
  type HistoryKey,
  type NewBatch,
  type PackedBase,
  readArchive,
} from '../../store/archive-rows'
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
  const moves = movesOf(store)
  if (moves.length === 0) return 0
  keep(file, moves)
  const at = nowText(now)
  return store.write((tx) =>
    moves
      .flatMap(({ context, snapshots }) =>
        snapshots.map((snapshot) => releaseSnapshot(tx, how, context, { ...snapshot, now: at })),
      )
      .filter(Boolean),
  ).length
}

/** Snapshots of one context that are to move together. */
interface Move extends HistoryKey {
  readonly snapshots: readonly FullSnapshot[]
}

function movesOf(store: Store): Move[] {
  return store.read((reader) => {
    const life = storeLife(reader)
    return contextIds(reader)
      .map((context) => ({ context, life, snapshots: oldSnapshots(reader, store.capabilities, context) }))
      .filter(({ snapshots }) => snapshots.length > 0)
  })
}

/** Writes what the archive does not hold yet, and makes sure that it now holds all of it. */
function keep(file: string, moves: readonly Move[]): void {
  const lacking = readArchive(file, (archive) => moves.map((move) => lackingIn(archive, move)))
  const batches = (lacking ?? moves.map((move) => ({ move, base: undefined }))).flatMap(batchOf)
  if (batches.length === 0) return
  addBatches(
    file,
    batches.map(({ row }) => row),
  )
  const kept = readArchive(file, (archive) => batches.every((batch) => holds(archive, batch)))
  if (kept !== true) {
    throw new DomainError('corrupt', `${file} does not hold what was written to it, so no snapshot left the store.`)
  }
}

interface Lacking {
  readonly move: Move
  /** The newest text of the archive that these may be differences from. */
  readonly base: PackedBase | undefined
}

/** Those of a move that the archive does not hold to the letter. */
function lackingIn(archive: ArchiveReader, move: Move): Lacking {
  const wanted = new Map(move.snapshots.map((snapshot) => [snapshot.id, snapshot]))
  const heads = archive.headsAround(move, [...wanted.keys()])
  const batches = heads.filter((head) => head.snapshots.some((id) => wanted.has(id))).map(({ batch }) => batch)
  for (const held of archive.batches(batches).flatMap(unpackSnapshots)) {
    if (same(held, wanted.get(held.id))) wanted.delete(held.id)
  }
  return { move: { ...move, snapshots: [...wanted.values()] }, base: archive.newestBase(move.context) }
}

interface Batch {
  readonly move: Move
  readonly row: NewBatch
}

function batchOf({ move, base }: Lacking): Batch[] {
  if (move.snapshots.length === 0) return []
  const made = packSnapshots(move.snapshots, base?.packed)
  const ids = move.snapshots.map(({ id }) => id)
  return [{ move, row: { ...move, ...made, snapshots: ids, base: made.base ?? base?.id ?? 0 } }]
}

/** Whether a batch comes back from the file, to the letter. */
function holds(archive: ArchiveReader, { move, row }: Batch): boolean {
  const found = archive.batchOf(move, row.sha256)
  const snapshots = found === undefined ? [] : unpackSnapshots(found)
  return (
    snapshots.length === move.snapshots.length && snapshots.every((held, index) => same(held, move.snapshots[index]))
  )
}

function same(held: FullSnapshot, wanted: FullSnapshot | undefined): boolean {
  return (
    wanted !== undefined &&
    held.id === wanted.id &&
    held.at === wanted.at &&
    held.session === wanted.session &&
    held.source === wanted.source &&
    held.hash === wanted.hash &&
    held.text === wanted.text
  )
}
