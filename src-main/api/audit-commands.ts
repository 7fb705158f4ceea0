import * as z from 'zod/mini'
import { recordAudit } from '../engine/audit/record-audit'
import type { CallContext } from './handler'

/** Opening, looking, trying out and settings are nobody's business; whatever else a command does is kept. */
const NOT_AUDITED = /^(workspace|settings|links|jobs|now)\.|preview/i

/** What answers say of what was done, in the words of their method; anything else under these names says nothing. */
const word = z.catch(z.optional(z.string()), undefined)
const answer = z.object({
  dryRun: z.catch(z.optional(z.boolean()), undefined),
  id: word,
  summary: word,
  restored: word,
  name: word,
  path: word,
  backup: z.catch(z.optional(z.object({ name: z.string() })), undefined),
  missions: z.catch(z.optional(z.array(z.object({ id: z.string() }))), undefined),
  event: z.catch(z.optional(z.nullable(z.object({ summary: z.optional(z.nullable(z.string())) }))), undefined),
  sprint: z.catch(z.optional(z.object({ id: z.string() })), undefined),
})
type Answer = z.infer<typeof answer>

/** Keeps what an operator just did in the audit log of the open workspace; false when that is not kept. */
export function auditCommand(context: CallContext, method: string, value: unknown): boolean {
  const opened = context.openedWorkspace()
  if (opened === null || NOT_AUDITED.test(method)) return false
  const said = z.safeParse(answer, value).data
  if (said?.dryRun === true) return false
  recordAudit(opened.root, {
    at: context.now(),
    operator: context.agent,
    action: method,
    missions: missionsOf(method, said),
    detail: detailOf(said),
  })
  return true
}

function missionsOf(method: string, said: Answer | undefined): string[] {
  if (method === 'triage.snooze') return said?.id === undefined ? [] : [said.id]
  return said?.missions?.map(({ id }) => id) ?? []
}

function detailOf(said: Answer | undefined): string | null {
  const { event, sprint, summary, backup, restored, name, path } = said ?? {}
  return event?.summary ?? summary ?? sprint?.id ?? backup?.name ?? restored ?? name ?? path ?? null
}
