import { AUDIT_SINCE, type AuditPage, readAuditPage } from '../../store/audit-rows'
import { deskFile } from '../../store/desk-database'
import { readDesk } from '../../store/read-desk'

const NOTHING: AuditPage = { entries: [], total: 0, all: 0, actions: [] }

/** A page of the audit log of a workspace; looking creates nothing, and a log that cannot be read says why. */
export function listAudit(
  root: string,
  page: Parameters<typeof readAuditPage>[1],
): AuditPage & { readonly fault: string | null } {
  const file = deskFile(root)
  try {
    return { ...(readDesk(file, AUDIT_SINCE, (desk) => readAuditPage(desk, page)) ?? NOTHING), fault: null }
  } catch {
    // What broke it is no concern of the page: the file's place is what helps.
    return {
      ...NOTHING,
      fault: `The audit log in ${file} cannot be read. Close other programs that use it, or restore that file.`,
    }
  }
}
