import * as z from 'zod/mini'
import { recordAudit } from '../engine/audit-log'
import type { CallContext } from './handler'

/** Commands that act on the backlog or on the store; opening, looking and settings are nobody's business. */
const AUDITED = /^(missions|sprints|contexts|backups)\./

const answer = z.object({
  missions: z.optional(z.array(z.object({ id: z.string() }))),
  event: z.optional(z.nullable(z.object({ summary: z.optional(z.nullable(z.string())) }))),
  sprint: z.optional(z.object({ id: z.string() })),
})

/** Keeps what an operator just did in the audit log of the open workspace. */
export function auditCommand(context: CallContext, method: string, value: unknown): void {
  const opened = context.openedWorkspace()
  if (opened === null || !AUDITED.test(method)) return
  const said = z.safeParse(answer, value)
  recordAudit(opened.root, {
    at: context.now(),
    operator: context.agent,
    action: method,
    missions: said.data?.missions?.map(({ id }) => id) ?? [],
    detail: said.data?.event?.summary ?? said.data?.sprint?.id ?? null,
  })
}
