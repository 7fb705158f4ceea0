import type { auditMethods } from '../contract/audit'
import { DomainError } from '../domain/fault'
import type { Handlers } from './handler'

/** Handlers of the operators' audit log; their code is loaded when it is first asked for. */
export const auditHandlers: Handlers<keyof typeof auditMethods> = {
  'audit.list': async (page, context) => {
    const { listAudit } = await import('../engine/audit/look-at-audit')
    return listAudit(context.workspace().root, page)
  },
  'audit.export': async ({ filter, format }, context) => {
    const { root, database } = context.workspace()
    const { userData } = context.host
    if (userData === null) throw new DomainError('unsupported', 'The audit log is exported by the window.')
    const folder = await context.host.chooseFolder('export')
    if (folder === null) throw new DomainError('cancelled', 'No folder was chosen.')
    const [{ exportAudit }, { redactionKey }] = await Promise.all([
      import('../engine/audit/export-audit'),
      import('../engine/redaction/redaction-key'),
    ])
    return exportAudit({ root, folder, filter, format, key: redactionKey({ database, userData }), now: context.now() })
  },
}
