import { eq } from 'drizzle-orm'
import { fileViews } from '../../drizzle/desk-schema'
import { type DeskDatabase, openDeskDatabase } from './desk-database'
import { faultOf } from './sqlite-fault'

/** What is known of a file view since it was written last; `event` is the last session event that is in it. */
export type ViewProgress = typeof fileViews.$inferSelect

export interface ViewProgressLog {
  of(file: string): ViewProgress | undefined
  set(progress: ViewProgress): void
}

/** Each of many processes that act at once holds the lock for some milliseconds. */
const PATIENCE = 10_000

/**
 * Lets one process at a time write the file views of a workspace, and keeps how far it came. The lock is the desk
 * database's own: the system lets go of it when a process dies. What was set counts only if the work came to its end.
 */
export function whileWritingViews<T>(deskFile: string, work: (log: ViewProgressLog) => T): T {
  const desk = openDeskDatabase(deskFile, PATIENCE)
  try {
    return desk.db.transaction((tx) => work(logOf(tx)), { behavior: 'immediate' })
  } catch (error) {
    throw faultOf(error, deskFile)
  } finally {
    desk.close()
  }
}

function logOf(db: Pick<DeskDatabase['db'], 'select' | 'insert'>): ViewProgressLog {
  return {
    of: (file) => db.select().from(fileViews).where(eq(fileViews.file, file)).get(),
    set: (progress) => {
      const { file, ...rest } = progress
      db.insert(fileViews).values(progress).onConflictDoUpdate({ target: fileViews.file, set: rest }).run()
    },
  }
}
