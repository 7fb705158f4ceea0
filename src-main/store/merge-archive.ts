import { and, eq } from 'drizzle-orm'
import { snapshotBases, snapshotBatches } from '../../drizzle/desk-schema'
import { ARCHIVE_SINCE } from '../../drizzle/migrations'
import { openDeskDatabase } from './desk-database'
import { readDesk } from './read-desk'
import { faultOf } from './sqlite-fault'

/** Adds to one desk database the archived snapshots of another that it lacks, in one transaction; the other stays as it is. */
export function mergeArchive(from: string, into: string): void {
  const other = readDesk(from, ARCHIVE_SINCE, (desk) => ({
    bases: desk.select().from(snapshotBases).all(),
    batches: desk.select().from(snapshotBatches).orderBy(snapshotBatches.id).all(),
  }))
  if (other === undefined || other.batches.length === 0) return
  const desk = openDeskDatabase(into)
  try {
    desk.db.transaction(
      (tx) => {
        const bases = new Map<number, number>()
        for (const { id: _id, ...batch } of other.batches) {
          const { contextId, life, sha256 } = batch
          const same = and(
            eq(snapshotBatches.contextId, contextId),
            eq(snapshotBatches.life, life),
            eq(snapshotBatches.sha256, sha256),
          )
          if (tx.select({ id: snapshotBatches.id }).from(snapshotBatches).where(same).limit(1).all().length > 0)
            continue
          const packed = other.bases.find(({ id }) => id === batch.base)?.packed
          if (packed === undefined) continue
          const base =
            bases.get(batch.base) ??
            Number(tx.insert(snapshotBases).values({ contextId, packed }).run().lastInsertRowid)
          bases.set(batch.base, base)
          tx.insert(snapshotBatches)
            .values({ ...batch, base })
            .run()
        }
      },
      { behavior: 'immediate' },
    )
  } catch (error) {
    throw faultOf(error, into)
  } finally {
    desk.close()
  }
}
