import { randomUUID } from 'node:crypto'
import type { RowChange } from '../store/row-image'

/** One action that can be taken back: the rows it wrote, as they were before and right after. */
export interface UndoEntry {
  readonly id: string
  readonly action: string
  readonly missions: readonly string[]
  readonly changes: readonly RowChange[]
}

/** The last actions of this process, newest last; it dies with the process. */
export interface UndoLog {
  record(entry: Omit<UndoEntry, 'id'>): string
  find(id: string): UndoEntry | undefined
  forget(id: string): void
}

const KEPT = 50

export function createUndoLog(): UndoLog {
  let entries: readonly UndoEntry[] = []
  return {
    record: (entry) => {
      const id = randomUUID()
      entries = [...entries, { ...entry, id }].slice(-KEPT)
      return id
    },
    find: (id) => entries.find((entry) => entry.id === id),
    forget: (id) => {
      entries = entries.filter((entry) => entry.id !== id)
    },
  }
}
