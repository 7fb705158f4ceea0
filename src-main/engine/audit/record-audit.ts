import { insertAudit } from '../../store/audit-rows'
import { deskFile, openDeskDatabase } from '../../store/desk-database'

/** One thing an operator did in a workspace. */
export interface NewAuditEntry {
  readonly at: Date
  readonly operator: string
  /** The method of the contract. */
  readonly action: string
  readonly missions: readonly string[]
  readonly detail: string | null
}

/**
 * Keeps what an operator did in `db/desk.sqlite` beside the store, which the first entry creates. The file is closed
 * again at once: actions of people are rare, and nothing of it lies open beside the store meanwhile.
 */
export function recordAudit(root: string, entry: NewAuditEntry): void {
  const desk = openDeskDatabase(deskFile(root))
  try {
    insertAudit(desk, {
      at: entry.at.toISOString(),
      operator: entry.operator,
      action: entry.action,
      missions: JSON.stringify(entry.missions),
      detail: entry.detail,
    })
  } finally {
    desk.close()
  }
}
