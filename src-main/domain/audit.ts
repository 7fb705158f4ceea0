import * as z from 'zod/mini'
import { storedTime } from './stored-time'

/** One thing an operator did, as the audit log keeps it. */
export const auditEntry = z.object({
  id: z.int(),
  at: storedTime,
  operator: z.string(),
  /** The method of the contract. */
  action: z.string(),
  missions: z.array(z.string()),
  detail: z.nullable(z.string()),
})
export type AuditEntry = z.infer<typeof auditEntry>

/** Which entries are wanted; what is left out restricts nothing. */
export const auditFilter = z.object({
  /** The id of a mission it wrote. */
  mission: z.optional(z.string().check(z.minLength(1), z.maxLength(10_000))),
  action: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  /** Epoch milliseconds, inclusive. */
  from: z.optional(z.int()),
  /** Epoch milliseconds, exclusive. */
  until: z.optional(z.int()),
})
export type AuditFilter = z.infer<typeof auditFilter>

export const AUDIT_FORMATS = ['csv', 'jsonl'] as const
export type AuditFormat = (typeof AUDIT_FORMATS)[number]

/** What an export of the audit log wrote. */
export const auditExport = z.object({
  path: z.string(),
  entries: z.int(),
  bytes: z.int(),
  /** How many secrets were taken out on the way. */
  redacted: z.int(),
  summary: z.string(),
})
export type AuditExport = z.infer<typeof auditExport>
