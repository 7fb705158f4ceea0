import { eq } from 'drizzle-orm'
import { dismissals } from '../../drizzle/desk-schema'
import { DISMISSALS_SINCE } from '../../drizzle/migrations'
import type { DeskDatabase } from './desk-database'
import { readDesk } from './read-desk'

/** The ids of everything that was put aside, without leaving a trace of the look; a desk database without them has none. */
export function readDismissals(file: string): ReadonlySet<string> {
  const rows = readDesk(file, DISMISSALS_SINCE, (desk) => desk.select({ id: dismissals.id }).from(dismissals).all())
  return new Set(rows?.map(({ id }) => id))
}

/** Puts something aside; what is aside already stays so. */
export function saveDismissal(desk: DeskDatabase, dismissal: typeof dismissals.$inferInsert): void {
  desk.db.insert(dismissals).values(dismissal).onConflictDoNothing().run()
}

/** Takes it up again. */
export function removeDismissal(desk: DeskDatabase, id: string): void {
  desk.db.delete(dismissals).where(eq(dismissals.id, id)).run()
}
