import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { snapshotBases, snapshotBatches } from '../../drizzle/desk-schema'
import { ARCHIVE_SINCE } from '../../drizzle/migrations'
import { type DeskDatabase, openDeskDatabase } from './desk-database'
import { type DeskReader, readDesk } from './read-desk'
import { faultOf } from './sqlite-fault'

/** Which history is meant: a context's, in one life of the store. */
export interface HistoryKey {
  readonly context: string
  readonly life: string
}

/** Which snapshots a batch holds, in order. */
export interface BatchHead {
  readonly batch: number
  readonly snapshots: readonly number[]
}

export interface PackedBatch extends BatchHead {
  readonly sha256: string
  readonly base: Buffer
  readonly packed: Buffer
}

/** The archive for a moment of reading. */
export interface ArchiveReader {
  heads(history: HistoryKey): BatchHead[]
  /** The batches that may hold snapshots of these ids: theirs begin before the last of them and end after the first. */
  headsAround(history: HistoryKey, ids: readonly number[]): BatchHead[]
  batches(batches: readonly number[]): PackedBatch[]
  /** The batch of a history that has this hash. */
  batchOf(history: HistoryKey, sha256: string): PackedBatch | undefined
  newestBase(context: string): PackedBase | undefined
}

export interface PackedBase {
  readonly id: number
  readonly packed: Buffer
}

/** Reads from the archive in a desk database, which is left as it is; undefined when nothing was ever archived. */
export function readArchive<T>(file: string, read: (archive: ArchiveReader) => T): T | undefined {
  try {
    return readDesk(file, ARCHIVE_SINCE, (desk) => read(readerOf(desk)))
  } catch (error) {
    throw faultOf(error, file)
  }
}

/** What is added to the archive; `base` is a new text, or the id of one that is there. */
export interface NewBatch extends HistoryKey {
  readonly snapshots: readonly number[]
  readonly base: Buffer | number
  readonly sha256: string
  readonly packed: Buffer
}

/** Adds batches in one transaction that survives a power cut; one that another program archived meanwhile is left out. */
export function addBatches(file: string, batches: readonly NewBatch[]): void {
  const desk = openDeskDatabase(file)
  try {
    desk.db.transaction((tx) => batches.map((batch) => insertBatch(tx, batch)), { behavior: 'immediate' })
  } catch (error) {
    throw faultOf(error, file)
  } finally {
    desk.close()
  }
}

function insertBatch(tx: Pick<DeskDatabase['db'], 'select' | 'insert'>, batch: NewBatch): void {
  const { context, life, sha256, packed } = batch
  const twin = and(ofHistory(batch), eq(snapshotBatches.sha256, sha256))
  if (tx.select({ id: snapshotBatches.id }).from(snapshotBatches).where(twin).limit(1).all().length > 0) return
  const base = typeof batch.base === 'number' ? batch.base : insertBase(tx, context, batch.base)
  const snapshots = JSON.stringify(batch.snapshots)
  tx.insert(snapshotBatches).values({ contextId: context, life, snapshots, base, sha256, packed }).run()
}

function insertBase(tx: Pick<DeskDatabase['db'], 'insert'>, contextId: string, packed: Buffer): number {
  return Number(tx.insert(snapshotBases).values({ contextId, packed }).run().lastInsertRowid)
}

function readerOf(desk: DeskReader): ArchiveReader {
  return {
    heads: (history) => headsOf(desk, ofHistory(history)),
    headsAround: (history, ids) => {
      const { snapshots } = snapshotBatches
      const begins = sql`json_extract(${snapshots}, '$[0]') <= ${Math.max(...ids)}`
      const ends = sql`json_extract(${snapshots}, '$[#-1]') >= ${Math.min(...ids)}`
      return headsOf(desk, and(ofHistory(history), begins, ends))
    },
    batches: (batches) => batchesOf(desk, inArray(snapshotBatches.id, [...batches])),
    batchOf: (history, sha256) => batchesOf(desk, and(ofHistory(history), eq(snapshotBatches.sha256, sha256)))[0],
    newestBase: (context) =>
      desk
        .select({ id: snapshotBases.id, packed: snapshotBases.packed })
        .from(snapshotBases)
        .where(eq(snapshotBases.contextId, context))
        .orderBy(desc(snapshotBases.id))
        .limit(1)
        .all()[0],
  }
}

function headsOf(desk: DeskReader, where: SQL | undefined): BatchHead[] {
  return desk
    .select({ batch: snapshotBatches.id, snapshots: snapshotBatches.snapshots })
    .from(snapshotBatches)
    .where(where)
    .orderBy(asc(snapshotBatches.id))
    .all()
    .map(({ batch, snapshots }) => ({ batch, snapshots: idsOf(snapshots) }))
}

function batchesOf(desk: DeskReader, where: SQL | undefined): PackedBatch[] {
  return desk
    .select({ batch: snapshotBatches, base: snapshotBases.packed })
    .from(snapshotBatches)
    .innerJoin(snapshotBases, eq(snapshotBases.id, snapshotBatches.base))
    .where(where)
    .all()
    .map(({ batch: { id, snapshots, sha256, packed }, base }) => ({
      batch: id,
      snapshots: idsOf(snapshots),
      sha256,
      base,
      packed,
    }))
}

function ofHistory({ context, life }: HistoryKey) {
  return and(eq(snapshotBatches.contextId, context), eq(snapshotBatches.life, life))
}

function idsOf(text: string): number[] {
  const ids: unknown = JSON.parse(text)
  return Array.isArray(ids) ? ids.map(Number) : []
}
