import { sql } from 'drizzle-orm'
import type { Reader, Tx } from './store'

/** A mission's place in the queue. */
export interface QueuePlace {
  readonly id: string
  readonly rowid: number
}

/** The missions of a status in the order of the queue. */
export function queueOf(reader: Reader, status: string): QueuePlace[] {
  return reader.all<QueuePlace>(sql`SELECT id, rowid FROM missions WHERE status = ${status} ORDER BY rowid`)
}

/** Gives missions new places; every place is left before one is taken, so no two ever share one. */
export function setPlaces(tx: Tx, places: readonly QueuePlace[]): void {
  for (const [index, { id }] of places.entries()) place(tx, id, -1 - index)
  for (const { id, rowid } of places) place(tx, id, rowid)
}

function place(tx: Tx, id: string, rowid: number): void {
  const { changes } = tx.run(sql`UPDATE missions SET rowid = ${rowid} WHERE id = ${id}`)
  if (changes !== 1) throw new Error(`Placing mission ${id} changed ${changes} rows`)
}
