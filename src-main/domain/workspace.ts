import * as z from 'zod/mini'
import { storeCheck } from './store-check'

/** The open workspace. `label` is for people; behaviour follows the columns that were found, never the label. */
export const workspace = z.object({
  root: z.string(),
  database: z.string(),
  name: z.string(),
  sample: z.boolean(),
  generation: z.enum(['v1', 'v1.5', 'v2.0', 'v2.1+', 'unknown']),
  label: z.string(),
  writable: z.boolean(),
  /** Why it opened read-only, in a sentence with what to do; null when it is writable. */
  readOnlyReason: z.nullable(z.string()),
  /** Whether a backup put back is a way out: the store is damaged, removed or replaced. */
  restorable: z.boolean(),
  warnings: z.array(z.string()),
  journalMode: z.string(),
  /** What the check of its pages found; null while none was made. */
  check: z.nullable(storeCheck),
  /** May missions be deferred, dropped, reordered in this store? */
  parking: z.boolean(),
  reordering: z.boolean(),
  missions: z.number(),
  sprints: z.number(),
  sessionEvents: z.number(),
})
export type Workspace = z.infer<typeof workspace>

export const recentWorkspace = z.object({ id: z.string(), name: z.string(), root: z.string(), missing: z.boolean() })
export type RecentWorkspace = z.infer<typeof recentWorkspace>
