import * as z from 'zod/mini'
import { AUDIT_FORMATS, auditEntry, auditExport, auditFilter } from '../domain/audit'
import { command, query } from './method'
import { pageLimit } from './values'

/** What the operators of this window did in the open workspace. */
export const auditMethods = {
  /** Newest first; `before` is the id of the last entry of the page before. */
  'audit.list': query({
    input: z.object({
      filter: auditFilter,
      before: z.optional(z.int().check(z.minimum(1))),
      limit: pageLimit,
    }),
    output: z.object({
      entries: z.array(auditEntry),
      /** How many fit the filter, on all pages. */
      total: z.int(),
      /** How many there are in all. */
      all: z.int(),
      /** Every method that occurs, for choosing one. */
      actions: z.array(z.string()),
      /** Why the log cannot be read; null when it can, or when nothing was done yet. */
      fault: z.nullable(z.string()),
    }),
    reads: ['audit', 'workspace'],
  }),
  /** Writes the entries that fit, oldest first, to a new file in a folder chosen in a dialog; secrets are taken out. */
  'audit.export': command({
    input: z.object({ filter: auditFilter, format: z.enum(AUDIT_FORMATS) }),
    output: auditExport,
    writes: [],
  }),
}
