import { eq, lte } from 'drizzle-orm'
import * as schema from '../../drizzle/desk-schema'
import { SNOOZES_SINCE } from '../../drizzle/migrations'
import type { Snooze } from '../domain/snooze'
import type { DeskDatabase } from './desk-database'
import { readDesk } from './read-desk'

/**
 * Every snooze of a workspace, without leaving a trace of the look. A desk database that is missing, older or broken
 * holds none, so that nothing that is stuck stays hidden because of it.
 */
export function readSnoozes(file: string): Snooze[] {
  try {
    return readDesk(file, SNOOZES_SINCE, (desk) => desk.select().from(schema.snoozes).all()) ?? []
  } catch {
    return []
  }
}

/** Keeps a snooze in place of an earlier one of the mission, and forgets those whose time has come. */
export function saveSnooze(desk: DeskDatabase, snooze: Snooze, now: number): void {
  desk.db.transaction(
    (tx) => {
      tx.delete(schema.snoozes).where(lte(schema.snoozes.until, now)).run()
      const { until, since } = snooze
      const { snoozes } = schema
      tx.insert(snoozes).values(snooze).onConflictDoUpdate({ target: snoozes.mission, set: { until, since } }).run()
    },
    { behavior: 'immediate' },
  )
}

/** Wakes a mission. */
export function removeSnooze(desk: DeskDatabase, mission: string): void {
  desk.db.delete(schema.snoozes).where(eq(schema.snoozes.mission, mission)).run()
}
